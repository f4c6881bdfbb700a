-- One thing that was cut off and what ended it, inferred from what the server played next, unless its payload states it (docs/contracts/score.md §5)
with

-- a file is stamped a moment after its end
aborted as (

    select
        *,
        if(lua_key is null, order_at + interval 3 seconds, order_at) as stopped_at,
    from {{ ref('int_observations__verdicts') }}
    where aborted_reason is not null

),

-- whatever was played began a duration before its end, were it cut off or not
begun as (

    select
        rounds.server,
        rounds.map_name,
        coalesce(
            rounds.stated_started_at,
            rounds.order_at - to_microseconds(((outcomes.duration_seconds + coalesce(rounds.lua_pause_seconds, 0)) * 1000000)::bigint)
        ) as began_at,
    from {{ ref('int_rounds') }} as rounds
    inner join {{ ref('int_round_outcomes') }} as outcomes on outcomes.round_id = rounds.round_id
    where rounds.legacy_arrival_id is null

    union all

    select
        server,
        map_name,
        coalesce(
            stated_started_at,
            order_at - to_microseconds((coalesce(lua_playtime_seconds, longest_minutes * 60) * 1000000)::bigint)
        ) as began_at,
    from aborted

),

known_beginnings as (

    select * from begun
    where began_at is not null

),

followed as (

    select
        aborted.round_id,
        aborted.map_name,
        aborted.stated_end_reason,
        if(known_beginnings.began_at <= aborted.stopped_at + interval 10 minutes, known_beginnings.map_name, null) as next_map_name,
    from aborted
    asof left join known_beginnings
        on known_beginnings.server = aborted.server
        and known_beginnings.began_at >= aborted.stopped_at

)

select
    round_id,
    coalesce(
        stated_end_reason,
        case
            when next_map_name = map_name then 'MAP_RESTART'
            when next_map_name is not null then 'MAP_CHANGE'
            else 'SERVER_RESTART'
        end
    ) as end_reason,
    if(stated_end_reason is null, 'inferred', 'stated') as end_reason_source,
from followed
