select
    *,
    '/players/' || player_id || '/' as link,
from rpt_leaderboards
order by board_title, period, place, player_id
