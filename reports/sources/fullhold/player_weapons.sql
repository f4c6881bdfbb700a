select
    *,
    '/players/' || player_id || '/' as link,
from rpt_player_weapons
order by player_id, period, kills desc, weapon
