select
    *,
    '/players/' || player_id || '/' as link,
    '/maps/' || map_name || '/' as map_link,
from rpt_player_maps
order by map_name, damage_per_minute desc nulls last, player_id
