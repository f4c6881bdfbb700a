-- One person in one round, in numbers of that round alone, with the time he played (docs/contracts/players.md §2).
-- Two merged players who both played the round stay apart in it. Seconds are decimals, so that sums do not depend on their order.
with

player_rounds as (

    select * from {{ ref('int_player_rounds__differenced') }}

),

identities as (

    select * from {{ ref('int_player_identities') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

identified as (

    select
        player_rounds.* exclude (file_id),
        coalesce(identities.player_id, player_rounds.line_player_id) as merged_player_id,
        count(*) over (partition by player_rounds.round_id, merged_player_id) > 1 as has_merge_conflict,
        if(has_merge_conflict, player_rounds.line_player_id, merged_player_id) as player_id,
    from player_rounds
    left join identities on identities.line_player_id = player_rounds.line_player_id

),

timed as (

    select
        identified.* exclude (merged_player_id),
        case
            when abs(identified.minutes_played - outcomes.duration_seconds / 60) <= 0.15 then outcomes.duration_seconds
            else identified.minutes_played * 60
        end::decimal(12, 3) as played_seconds,
    from identified
    left join outcomes on outcomes.round_id = identified.round_id

)

select
    * exclude (alive_percent, time_dead_minutes),
    -- alive time is kept as the two parts of a share, so that it adds up over rounds
    (alive_percent / 100 * played_seconds)::decimal(18, 6) as alive_weighted_seconds,
    if(alive_percent is null, null, played_seconds) as alive_known_seconds,
    -- the field is right in the newest writers only; before, the share of alive time is the better source
    case
        when time_dead_minutes is not null then least(time_dead_minutes * 60, played_seconds)
        else (1 - alive_percent / 100) * played_seconds
    end::decimal(18, 6) as time_dead_seconds,
    case
        when time_dead_minutes is not null then 'dead_time_field'
        when alive_percent is not null then 'alive_percent'
    end as time_dead_source,
from timed
