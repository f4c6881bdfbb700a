-- One aborted dump and what ended it, inferred from what the server played next (docs/contracts/score.md §5)
{{ config(materialized='view') }}

with

aborted as (

    select * from {{ ref('int_stats_files__verdicts') }}
    where aborted_reason is not null

),

-- whatever was played began a duration before its end, were it cut off or not
begun as (

    select
        rounds.server,
        rounds.map_name,
        rounds.order_at - to_microseconds((outcomes.duration_seconds * 1000000)::bigint) as began_at,
    from {{ ref('int_rounds') }} as rounds
    inner join {{ ref('int_round_outcomes') }} as outcomes on outcomes.round_id = rounds.round_id
    where outcomes.duration_seconds is not null

    union all

    select
        server,
        map_name,
        {{ round_end_of_stamp('order_at') }} - to_microseconds((longest_minutes * 60000000)::bigint) as began_at,
    from aborted
    where longest_minutes is not null

),

followed as (

    select
        aborted.file_id,
        aborted.map_name,
        if(begun.began_at <= aborted.order_at + interval 10 minutes, begun.map_name, null) as next_map_name,
    from aborted
    asof left join begun
        on begun.server = aborted.server
        and begun.began_at >= aborted.order_at

)

select
    file_id,
    case
        when next_map_name = map_name then 'MAP_RESTART'
        when next_map_name is not null then 'MAP_CHANGE'
        else 'SERVER_RESTART'
    end as end_reason,
from followed
