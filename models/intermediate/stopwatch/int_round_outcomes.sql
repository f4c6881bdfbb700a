-- One round with its duration, its end and its Stopwatch state (docs/contracts/score.md §5)
with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

sides as (

    select * from {{ ref('int_round_sides') }}

),

player_minutes as (

    select * from {{ ref('int_round_player_minutes') }}

),

described as (

    select
        rounds.round_id,
        rounds.round_role,
        rounds.second_half_round_id,
        rounds.round_number,
        rounds.timelimit_seconds,
        rounds.nexttime_seconds,
        rounds.ended_at,
        sides.winner_side,
        sides.defender_side,
        sides.measured_seconds,
        player_minutes.longest_minutes,
        sides.winner_side = sides.defender_side as is_hold,
        case
            when sides.winner_side = sides.defender_side
                then {{ hold_ended_early(
                    'coalesce(rounds.nexttime_seconds, rounds.timelimit_seconds)',
                    'sides.measured_seconds',
                    'player_minutes.longest_minutes',
                    'rounds.round_number',
                ) }}
            when sides.winner_side <> sides.defender_side then false
        end as has_ended_early,
    from rounds
    inner join sides on sides.round_id = rounds.round_id
    inner join player_minutes on player_minutes.round_id = rounds.round_id

),

timed as (

    select
        *,
        case
            when measured_seconds is not null then 'playtime_field'
            when not is_hold and nexttime_seconds is not null then 'header_time'
            when is_hold and has_ended_early = false then 'header_time'
            when longest_minutes > 0 then 'player_time'
        end as duration_source,
        case duration_source
            when 'playtime_field' then measured_seconds
            when 'header_time' then if(is_hold, timelimit_seconds, nexttime_seconds)
            -- a player's minutes are rounded up as well as down
            when 'player_time' then if(is_hold, least(longest_minutes * 60, timelimit_seconds), longest_minutes * 60)
        end::double as duration_seconds,
    from described

),

ended as (

    select
        *,
        if(is_hold = false or has_ended_early = false, 'NORMAL', null) as end_reason,
        case
            when is_hold is null then 'side_unknown'
            when end_reason is null then 'not_stated'
        end as end_reason_unavailable_reason,
    from timed

),

stated as (

    select
        *,
        {{ stopwatch_state('winner_side', 'defender_side', 'end_reason') }} as round_stopwatch_state,
        if(round_number = 1, if(is_hold, timelimit_seconds, coalesce(nexttime_seconds, duration_seconds)), null)::double as time_to_beat_seconds,
    from ended

)

select
    stated.round_id,
    stated.is_hold,
    stated.has_ended_early as ended_early,
    stated.duration_seconds,
    stated.duration_source,
    if(stated.duration_seconds is null, 'no_clock', null) as duration_unavailable_reason,
    stated.ended_at - to_microseconds((stated.duration_seconds * 1000000)::bigint) as started_at,
    stated.end_reason,
    if(stated.end_reason is not null, 'inferred', null) as end_reason_source,
    stated.end_reason_unavailable_reason,
    stated.round_stopwatch_state,
    {{ round_outcome('stated.end_reason', 'stated.round_stopwatch_state') }} as round_outcome,
    if(stated.winner_side is null or stated.defender_side is null, null, stated.time_to_beat_seconds) as time_to_beat_seconds,
    case
        when stated.round_number <> 1 then null
        when second_half.timelimit_seconds is not null then second_half.timelimit_seconds / 60.0
        when stated.winner_side is not null and stated.defender_side is not null then stated.time_to_beat_seconds / 60.0
    end::double as next_timelimit_minutes,
from stated
left join rounds as second_half on second_half.round_id = stated.second_half_round_id
