select
    match_id,
    player_id,
    '/players/' || player_id || '/' as link,
    player_name,
    weapon_name,
    kills,
    deaths,
    headshots,
    hits,
    shots,
    accuracy_percent,
from rpt_match_weapons
order by match_id, kills desc, player_id, weapon_name
