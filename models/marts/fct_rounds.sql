{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ ref('int_rounds__counted') }}

),

fingerprints as (

    select * from {{ ref('int_round_fingerprints__best') }}

),

sides as (

    select * from {{ ref('int_round_sides') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

player_counts as (

    select
        round_id,
        count(*) as player_count,
    from {{ ref('int_player_rounds') }}
    group by all

),

enrichments as (

    select distinct round_id
    from {{ ref('int_round_enrichments') }}

)

select
    ---------- ids
    rounds.round_id::varchar as round_id,
    rounds.server::varchar as server,
    fingerprints.fingerprint::varchar as round_fingerprint,
    fingerprints.fingerprint_level::varchar as fingerprint_level,
    left(rounds.round_id, 6)::varchar as short_key,
    rounds.match_id::varchar as match_id,
    sessions.session_id::varchar as session_id,
    rounds.first_half_round_id::varchar as first_half_round_id,
    rounds.second_half_round_id::varchar as second_half_round_id,
    rounds.file_name::varchar as stats_file_name,
    rounds.raw_sha256::varchar as raw_sha256,

    ---------- text
    rounds.map_name::varchar as map_name,
    rounds.config_name::varchar as config_name,
    rounds.round_role::varchar as round_role,
    sides.defender_side_name::varchar as defender_side_name,
    sides.winner_side_name::varchar as winner_side_name,
    outcomes.duration_source::varchar as duration_source,
    outcomes.duration_unavailable_reason::varchar as duration_unavailable_reason,
    outcomes.end_reason::varchar as end_reason,
    outcomes.end_reason_source::varchar as end_reason_source,
    outcomes.end_reason_unavailable_reason::varchar as end_reason_unavailable_reason,
    outcomes.round_outcome::varchar as round_outcome,
    outcomes.round_stopwatch_state::varchar as round_stopwatch_state,
    sides.score_confidence::varchar as score_confidence,
    sides.score_confidence_reason::varchar as score_confidence_reason,
    rounds.not_counted_reason::varchar as not_counted_reason,
    rounds.ended_at_unavailable_reason::varchar as ended_at_unavailable_reason,
    case
        when rounds.legacy_arrival_id is not null then 'source_legacy_only'
        when not rounds.has_file and rounds.lua_key is null then 'seen'
        when not rounds.has_sound_file and rounds.lua_key is null then 'parse_failed'
        when enrichments.round_id is not null then 'enriched'
        else 'linked_round_id'
    end::varchar as ingest_state,

    ---------- numbers
    rounds.round_number::tinyint as round_number,
    coalesce(rounds.lua_round_number, rounds.round_number)::tinyint as stated_round_number,
    sides.defender_side::tinyint as defender_side,
    sides.winner_side::tinyint as winner_side,
    rounds.timelimit_seconds::double as timelimit_seconds,
    rounds.nexttime_seconds::integer as nexttime_seconds,
    outcomes.duration_seconds::double as duration_seconds,
    outcomes.time_to_beat_seconds::double as time_to_beat_seconds,
    outcomes.next_timelimit_minutes::double as next_timelimit_minutes,
    coalesce(
        player_counts.player_count,
        case
            when not rounds.has_file then rounds.lua_player_count
            -- of a second half whose first half has no file only the lines of its own file are known
            when rounds.round_number = 2 and rounds.first_half_file_id is null then rounds.line_count
        end,
        0
    )::integer as player_count,
    rounds.bot_count::integer as bot_count,

    ---------- booleans
    outcomes.ended_early::boolean as ended_early,
    rounds.has_file::boolean as has_stats_file,
    (rounds.lua_key is not null)::boolean as has_lua,
    rounds.is_counted::boolean as is_counted,

    ---------- times
    outcomes.started_at::timestamptz as started_at,
    rounds.ended_at::timestamptz as ended_at,
    rounds.order_at::timestamptz as order_at,
    rounds.played_on::date as played_on,
from rounds
inner join sides on sides.round_id = rounds.round_id
inner join outcomes on outcomes.round_id = rounds.round_id
inner join sessions on sessions.round_id = rounds.round_id
left join fingerprints on fingerprints.round_id = rounds.round_id
left join player_counts on player_counts.round_id = rounds.round_id
left join enrichments on enrichments.round_id = rounds.round_id
