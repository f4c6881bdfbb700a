-- One round with proximity and one thing that shows it: the round itself, its map played, and, where it counts, its evening, its map and the boards
with

rounds as (

    select * from {{ ref('fct_proximity_rounds') }}

)

select file_id, map_name, order_at, 'round' as scope_kind, round_id as scope_id
from rounds

union all

select file_id, map_name, order_at, 'match', match_id
from rounds
where match_id is not null

union all

select file_id, map_name, order_at, 'session', session_id
from rounds
where session_id is not null and is_counted

union all

select file_id, map_name, order_at, 'map', map_name
from rounds
where map_name is not null and is_counted

union all

select file_id, map_name, order_at, 'all', 'all'
from rounds
where is_counted
