with

events as (

    select * from {{ ref('fct_round_events') }}

),

rounds as (

    select * from {{ ref('fct_rounds') }}

),

arrived as (

    select
        coalesce(server, '-') as server,
        source,
        received_at::date as day_on,
        count(*) as arrival_count,
        count(*) filter (link_status = 'linked_round_id') as linked_count,
        count(*) filter (link_status <> 'linked_round_id') as unlinked_count,
        count(*) filter (parse_status <> 'ok') as defect_count,
        null::bigint as missing_winner_count,
        null::bigint as missing_defender_count,
        null::bigint as without_lua_count,
    from events
    group by all

),

-- what the arrivals came to, on the day it was played
played as (

    select
        server,
        'round' as source,
        played_on as day_on,
        count(*) as arrival_count,
        count(*) filter (is_counted) as linked_count,
        count(*) filter (not is_counted) as unlinked_count,
        null::bigint as defect_count,
        count(*) filter (winner_side is null) as missing_winner_count,
        count(*) filter (defender_side is null) as missing_defender_count,
        count(*) filter (not has_lua) as without_lua_count,
    from rounds
    group by all

),

days as (

    select * from arrived
    union all by name
    select * from played

)

select
    server::varchar as server,
    source::varchar as source,
    arrival_count::integer as row_count,
    (sum(arrival_count) over (partition by server, source order by day_on rows between unbounded preceding and current row))::integer as total_row_count,
    linked_count::integer as linked_count,
    unlinked_count::integer as unlinked_count,
    defect_count::integer as defect_count,
    missing_winner_count::integer as missing_winner_count,
    missing_defender_count::integer as missing_defender_count,
    without_lua_count::integer as without_lua_count,
    day_on::date as day_on,
from days
