select
    *,
    '/maps/' || map_name || '/' as link,
    strftime(last_played_on, '%Y-%m-%d') as last_played_text,
from dim_maps
order by round_count desc, map_name
