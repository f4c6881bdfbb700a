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
        rounds.lua_key,
        rounds.legacy_arrival_id,
        rounds.lua_playtime_seconds,
        rounds.lua_limit_minutes,
        rounds.lua_pause_seconds,
        rounds.stated_started_at,
        rounds.end_reason_text,
        rounds.stated_end_reason,
        rounds.is_end_reason_known,
        rounds.surrender_team,
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
        coalesce(lower(rounds.end_reason_text) = 'surrender' and rounds.surrender_team is null, false) as is_surrender_without_team,
    from rounds
    inner join sides on sides.round_id = rounds.round_id
    inner join player_minutes on player_minutes.round_id = rounds.round_id

),

timed as (

    select
        *,
        case
            when lua_playtime_seconds is not null then 'lua_playtime'
            when measured_seconds is not null then 'playtime_field'
            when not is_hold and nexttime_seconds is not null then if(legacy_arrival_id is null, 'header_time', 'legacy_row')
            when is_hold and has_ended_early = false then 'header_time'
            when longest_minutes > 0 then 'player_time'
        end as duration_source,
        case duration_source
            when 'lua_playtime' then measured_seconds
            when 'playtime_field' then measured_seconds
            when 'header_time' then if(is_hold, timelimit_seconds, nexttime_seconds)
            when 'legacy_row' then nexttime_seconds
            -- a player's minutes are rounded up as well as down
            when 'player_time' then if(is_hold, least(longest_minutes * 60, timelimit_seconds), longest_minutes * 60)
        end::double as duration_seconds,
    from described

),

ended as (

    select
        *,
        case
            when is_hold is null or legacy_arrival_id is not null then null
            when lua_key is null then if(not is_hold or has_ended_early = false, 'NORMAL', null)
            when end_reason_text is not null and not is_end_reason_known then null
            when stated_end_reason is not null then stated_end_reason
            when not is_hold then if(surrender_team = defender_side, 'SURRENDER', 'NORMAL')
            when measured_seconds >= timelimit_seconds - 2 then 'NORMAL'
            -- a vote that passes makes the other side the winner
            when surrender_team = 3 - defender_side then 'SURRENDER'
            when is_surrender_without_team then 'SURRENDER'
            when measured_seconds is null and has_ended_early = false then 'NORMAL'
        end as end_reason,
        case
            when is_hold is null then 'side_unknown'
            when end_reason is not null then null
            when legacy_arrival_id is not null then 'legacy_row'
            when lua_key is null then 'not_stated'
            when end_reason_text is not null and not is_end_reason_known then 'end_reason_unknown'
            when measured_seconds is null or timelimit_seconds is null then 'no_clock'
            else 'ended_without_vote'
        end as end_reason_unavailable_reason,
        case
            when end_reason is null then null
            when end_reason_text is null or is_surrender_without_team then 'inferred'
            when is_hold and end_reason = 'NORMAL' and measured_seconds is null then 'inferred'
            else 'stated'
        end as end_reason_source,
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
    coalesce(
        stated.stated_started_at,
        stated.ended_at - to_microseconds(((stated.duration_seconds + coalesce(stated.lua_pause_seconds, 0)) * 1000000)::bigint)
    ) as started_at,
    stated.end_reason,
    stated.end_reason_source,
    stated.end_reason_unavailable_reason,
    stated.round_stopwatch_state,
    {{ round_outcome('stated.end_reason', 'stated.round_stopwatch_state') }} as round_outcome,
    if(stated.winner_side is null or stated.defender_side is null, null, stated.time_to_beat_seconds) as time_to_beat_seconds,
    case
        when stated.round_number <> 1 then null
        when second_half.lua_limit_minutes is not null then second_half.lua_limit_minutes
        when second_half.timelimit_seconds is not null then second_half.timelimit_seconds / 60.0
        when stated.winner_side is not null and stated.defender_side is not null then stated.time_to_beat_seconds / 60.0
    end::double as next_timelimit_minutes,
from stated
left join rounds as second_half on second_half.round_id = stated.second_half_round_id
