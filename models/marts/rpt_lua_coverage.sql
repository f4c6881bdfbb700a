with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

rounds as (

    select * from {{ ref('fct_rounds') }}

),

timings as (

    select * from {{ ref('fct_round_timings') }}

),

windows (period, days) as (

    values ('last_24_hours', 1), ('last_30_days', 30), ('all_time', 100000)

),

covered as (

    select
        windows.period,
        rounds.server,
        rounds.round_number,
        count(*) as round_count,
        count(*) filter (rounds.has_lua) as with_lua_count,
        -- of equally common ones the first by name
        mode(timings.no_lua_reason order by timings.no_lua_reason) as most_common_reason,
        max(rounds.order_at) filter (rounds.has_lua) as newest_with_lua_at,
    from rounds
    inner join timings on timings.round_id = rounds.round_id
    cross join builds
    cross join windows
    where rounds.order_at <= builds.as_of
        and rounds.order_at > builds.as_of - to_days(windows.days::integer)
    group by all

)

select
    server::varchar as server,
    period::varchar as period,
    case
        when with_lua_count >= round_count * 0.9 then 'healthy'
        when with_lua_count >= round_count * 0.5 then 'degraded'
        else 'poor'
    end::varchar as coverage_status,
    most_common_reason::varchar as most_common_reason,
    round_number::tinyint as round_number,
    round_count::integer as round_count,
    with_lua_count::integer as with_lua_count,
    (round_count - with_lua_count)::integer as without_lua_count,
    (100.0 * with_lua_count / round_count)::double as coverage_percent,
    newest_with_lua_at::timestamptz as newest_with_lua_at,
from covered
