-- One stats observation and whether its round was really played to an end (docs/contracts/identity.md §5)
with

files as (

    select
        files.*,
        instants.stamp_at,
        instants.stamp_unavailable_reason,
        instants.order_at,
        instants.time_zone,
    from {{ ref('int_stats_files__current') }} as files
    inner join {{ ref('int_stats_files__instants') }} as instants using (file_id)

),

-- the writer's own impossible values
impossible as (

    select
        *,
        case
            when nexttime_seconds > timelimit_seconds then 'target_exceeds_limit'
            when has_negative_playtime then 'negative_playtime'
        end as impossible_reason,
    from files

),

after_impossible as (

    select
        *,
        lag(round_number) over map_of_server as previous_round_number,
        lag(nexttime_seconds) over map_of_server as previous_nexttime_seconds,
        lag(timelimit_seconds) over map_of_server as previous_timelimit_seconds,
        lag(order_at) over map_of_server >= order_at - {{ pairing_window() }} as is_soon_after_previous,
    from impossible
    where impossible_reason is null and is_readable
    window map_of_server as (partition by server, map_name order by order_at, file_stem)

),

-- the game flips its round counter at the end only, so a second half that was cut off calls itself round 1
cut_second_halves as (

    select file_id
    from after_impossible
    where round_number = 1
        and previous_round_number = 1
        and is_soon_after_previous
        and timelimit_seconds = previous_nexttime_seconds
        and timelimit_seconds <> previous_timelimit_seconds

),

after_cut_second_halves as (

    select
        *,
        coalesce(
            lag(round_number) over map_of_server = 1
            and lag(order_at) over map_of_server >= order_at - {{ pairing_window() }}
            and abs(coalesce(lag(nexttime_seconds) over map_of_server, lag(timelimit_seconds) over map_of_server) - timelimit_seconds) <= 1,
            false
        ) as has_first_half,
    from after_impossible
    where file_id not in (select file_id from cut_second_halves)
    window map_of_server as (partition by server, map_name order by order_at, file_stem)

),

-- and a first half that was cut off calls itself round 2
cut_first_halves as (

    select file_id
    from after_cut_second_halves
    where round_number = 2
        and winner_side = defender_side
        and longest_minutes * 60 < timelimit_seconds
        and not has_first_half

)

select
    impossible.* exclude (impossible_reason, has_negative_playtime),
    case
        when impossible_reason is not null then impossible_reason
        when cut_second_halves.file_id is not null then 'second_half_cut_off'
        when cut_first_halves.file_id is not null then 'first_half_cut_off'
    end as aborted_reason,
from impossible
left join cut_second_halves using (file_id)
left join cut_first_halves using (file_id)
