-- the newest maps have a page each; older ones are shown by one page that reads the tables
select
    *,
    if(
        row_number() over (order by order_at desc, match_id) <= 120,
        '/matches/' || match_id || '/',
        '/matches/older/?match=' || match_id
    ) as link,
    coalesce('/sessions/' || session_id || '/', '/sessions/') as session_link,
    '/maps/' || map_name || '/' as map_link,
from rpt_match_pages
order by order_at desc, match_id
