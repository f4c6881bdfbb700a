select
    *,
    '/players/' || player_id || '/' as link,
from rpt_session_bests
order by session_id, sort_order
