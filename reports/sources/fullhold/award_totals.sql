select
    *,
    '/players/' || player_id || '/' as link,
from rpt_award_totals
order by sort_order, period, award_count desc, player_id
