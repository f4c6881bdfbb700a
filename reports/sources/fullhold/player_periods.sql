select
    *,
    '/players/' || player_id || '/' as link,
from rpt_player_periods
order by period, damage_per_minute desc nulls last, player_id
