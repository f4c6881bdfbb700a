-- One thing that was played, and whether it was played to an end (docs/contracts/identity.md §5). A sound file overrules its payload.
with

observations as (

    select * from {{ ref('int_observations') }}

),

-- values that only a round that was cut off has: of the file or of the row that keeps its header, and without a sound file of the payload
impossible as (

    select
        *,
        case
            when (has_sound_file or legacy_arrival_id is not null) and nexttime_seconds > timelimit_seconds then 'target_exceeds_limit'
            when has_sound_file and has_negative_playtime then 'negative_playtime'
            when not has_sound_file and lua_key is not null
                then {{ payload_aborted_reason(
                    'end_reason_text', 'stated_end_reason', 'lua_winner_text', 'lua_winner_side', 'lua_defender_side', 'surrender_team',
                    'lua_playtime_seconds', 'timelimit_seconds',
                ) }}
        end as impossible_reason,
        -- the time that the second half is played with
        coalesce(nexttime_seconds, if(lua_winner_side <> lua_defender_side, lua_playtime_seconds, null)) as target_seconds,
        if(nexttime_seconds is null, 3, 0) as target_tolerance_seconds,
    from observations

),

after_impossible as (

    select
        *,
        lag(round_number) over map_of_server as previous_round_number,
        lag(target_seconds) over map_of_server as previous_target_seconds,
        lag(target_tolerance_seconds) over map_of_server as previous_tolerance_seconds,
        lag(timelimit_seconds) over map_of_server as previous_timelimit_seconds,
        lag(order_at) over map_of_server >= order_at - {{ pairing_window() }} as is_soon_after_previous,
    from impossible
    where impossible_reason is null and is_readable and stands_aside_reason is null
    window map_of_server as (partition by server, map_name order by order_at, round_key)

),

-- the game flips its round counter at the end only, so a second half that was cut off calls itself round 1
cut_second_halves as (

    select round_id
    from after_impossible
    where has_sound_file
        and round_number = 1
        and previous_round_number = 1
        and is_soon_after_previous
        and abs(timelimit_seconds - previous_target_seconds) <= previous_tolerance_seconds
        and abs(timelimit_seconds - previous_timelimit_seconds) > previous_tolerance_seconds

),

after_cut_second_halves as (

    select
        *,
        coalesce(
            lag(round_number) over map_of_server = 1
            and lag(order_at) over map_of_server >= order_at - {{ pairing_window() }}
            and (
                abs(coalesce(lag(nexttime_seconds) over map_of_server, lag(timelimit_seconds) over map_of_server) - timelimit_seconds) <= 1
                or lag(nexttime_seconds) over map_of_server is null
                and abs(lag(lua_playtime_seconds) over map_of_server - timelimit_seconds) <= 3
            ),
            false
        ) as has_first_half,
    from after_impossible
    where round_id not in (select round_id from cut_second_halves)
    window map_of_server as (partition by server, map_name order by order_at, round_key)

),

-- and a first half that was cut off calls itself round 2
cut_first_halves as (

    select round_id
    from after_cut_second_halves
    where has_sound_file
        and round_number = 2
        and winner_side = defender_side
        and longest_minutes * 60 < timelimit_seconds
        and not has_first_half

)

select
    impossible.* exclude (impossible_reason, has_negative_playtime, target_seconds, target_tolerance_seconds),
    case
        when impossible_reason is not null then impossible_reason
        when cut_second_halves.round_id is not null then 'second_half_cut_off'
        when cut_first_halves.round_id is not null then 'first_half_cut_off'
    end as aborted_reason,
from impossible
left join cut_second_halves on cut_second_halves.round_id = impossible.round_id
left join cut_first_halves on cut_first_halves.round_id = impossible.round_id
