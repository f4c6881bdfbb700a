with

players as (

    select * from {{ ref('fct_proximity_players') }}
    where line_player_id is not null

)

select
    line_player_id::varchar as line_player_id,
    count(distinct upper(guid))::integer as guid_count,
    string_agg(distinct upper(guid), ', ' order by upper(guid))::varchar as guids,
    string_agg(distinct player_name, ', ' order by player_name)::varchar as player_names,
    min(order_at)::timestamptz as first_seen_at,
    max(order_at)::timestamptz as last_seen_at,
from players
group by line_player_id
having count(distinct upper(guid)) > 1
