with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

rounds as (

    -- what only an existing database tells of was before any source
    select * from {{ ref('fct_rounds') }}
    where ingest_state <> 'source_legacy_only'

),

timings as (

    select * from {{ ref('fct_round_timings') }}

),

-- each round once for every period it lies in
in_periods as (

    select
        rounds.*,
        unnest(list_filter(
            [
                'all_time',
                if(rounds.order_at > builds.as_of - interval 30 days, 'last_30_days', null),
                if(rounds.order_at > builds.as_of - interval 24 hours, 'last_24_hours', null)
            ],
            lambda period: period is not null
        )) as period,
    from rounds
    cross join builds
    where rounds.order_at <= builds.as_of

),

covered as (

    select
        rounds.period,
        rounds.server,
        rounds.round_number,
        count(*) as round_count,
        count(*) filter (rounds.has_lua) as with_lua_count,
        -- of equally common ones the first by name
        mode(timings.no_lua_reason order by timings.no_lua_reason) as most_common_reason,
        max(rounds.order_at) filter (rounds.has_lua) as newest_with_lua_at,
    from in_periods as rounds
    inner join timings on timings.round_id = rounds.round_id
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
