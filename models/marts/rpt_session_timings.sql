with

sessions as (

    select * from {{ ref('fct_sessions') }}

),

timings as (

    select * from {{ ref('fct_round_timings') }}
    where session_id is not null

),

summed as (

    select
        session_id,
        count(*) as round_count,
        count(*) filter (timing_status <> 'no_lua') as with_lua_count,
        count(*) filter (timing_status = 'aligned') as aligned_count,
        count(*) filter (timing_status = 'minor') as minor_count,
        count(*) filter (timing_status = 'discrepancy') as discrepancy_count,
        count(*) filter (timing_status = 'lua_alone') as lua_alone_count,
        mode(no_lua_reason order by no_lua_reason) as most_common_no_lua_reason,
        max(abs(difference_seconds)) as largest_difference_seconds,
        sum(pause_seconds) as pause_seconds,
        -- decimals, so that the sum does not depend on its order
        sum(duration_seconds::decimal(12, 3)) as duration_seconds,
    from timings
    group by all

)

select
    sessions.session_id::varchar as session_id,
    sessions.server::varchar as server,
    summed.most_common_no_lua_reason::varchar as most_common_no_lua_reason,
    summed.round_count::integer as round_count,
    summed.with_lua_count::integer as with_lua_count,
    summed.aligned_count::integer as aligned_count,
    summed.minor_count::integer as minor_count,
    summed.discrepancy_count::integer as discrepancy_count,
    summed.lua_alone_count::integer as lua_alone_count,
    summed.largest_difference_seconds::double as largest_difference_seconds,
    summed.pause_seconds::double as pause_seconds,
    summed.duration_seconds::double as duration_seconds,
    sessions.order_at::timestamptz as order_at,
    sessions.played_on::date as played_on,
from sessions
inner join summed on summed.session_id = sessions.session_id
