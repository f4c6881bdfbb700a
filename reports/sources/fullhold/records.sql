select
    *,
    if(scope = 'map', 'this map', 'all maps') as scope_text,
    coalesce('/players/' || player_id || '/', '') as player_link,
    '/maps/' || map_name || '/' as map_link,
    strftime(played_on, '%Y-%m-%d') as played_text,
from rpt_records
order by record_title, scope, map_name, place
