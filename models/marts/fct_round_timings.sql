{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

fingerprints as (

    select * from {{ ref('int_round_fingerprints__best') }}

),

player_minutes as (

    select * from {{ ref('int_round_player_minutes') }}

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

no_lua_reasons as (

    select * from {{ ref('int_round_lua_absences') }}

),

-- the best clock of the stats file, whether Lua tells of the round or not
clocked as (

    select
        rounds.*,
        sessions.session_id,
        outcomes.duration_seconds,
        outcomes.duration_source,
        outcomes.started_at,
        outcomes.is_hold,
        lua_observations.stated_started_at as lua_started_at,
        lua_observations.ended_at as lua_ended_at,
        lua_observations.pause_count,
        lua_observations.pauses_unavailable_reason,
        lua_observations.emitter_version_text,
        lua_observations.has_message,
        lua_observations.has_gametimes,
        case
            when rounds.legacy_arrival_id is not null then null
            when outcomes.is_hold = false then rounds.nexttime_seconds
            when outcomes.is_hold and outcomes.ended_early = false then rounds.header_limit_seconds
        end as header_seconds,
        player_minutes.longest_minutes * 60 as player_seconds,
        case
            when rounds.playtime_seconds is not null then 'playtime_field'
            when header_seconds is not null then 'header_time'
            when player_seconds is not null then 'player_time'
        end as file_clock,
        coalesce(rounds.playtime_seconds, header_seconds, player_seconds) as file_seconds,
        abs(rounds.lua_playtime_seconds - file_seconds) as apart_seconds,
    from rounds
    inner join outcomes on outcomes.round_id = rounds.round_id
    inner join sessions on sessions.round_id = rounds.round_id
    left join player_minutes on player_minutes.round_id = rounds.round_id
    left join lua_observations on lua_observations.lua_key = rounds.lua_key

)

select
    ---------- ids
    clocked.round_id::varchar as round_id,
    clocked.server::varchar as server,
    clocked.match_id::varchar as match_id,
    clocked.session_id::varchar as session_id,
    fingerprints.fingerprint::varchar as round_fingerprint,

    ---------- text
    clocked.map_name::varchar as map_name,
    case
        when clocked.lua_key is null then 'no_lua'
        when clocked.apart_seconds is null then 'lua_alone'
        when clocked.apart_seconds <= 30 then 'aligned'
        when clocked.apart_seconds <= 60 then 'minor'
        else 'discrepancy'
    end::varchar as timing_status,
    no_lua_reasons.no_lua_reason::varchar as no_lua_reason,
    case
        when clocked.has_message and clocked.has_gametimes then 'message_and_gametimes'
        when clocked.has_message then 'message'
        when clocked.has_gametimes then 'gametimes'
    end::varchar as lua_source,
    if(clocked.lua_key is null, 'unlinked', 'linked_round_id')::varchar as lua_link_status,
    case
        when clocked.lua_key is null then null
        when clocked.stamp_offset_seconds is null or abs(clocked.stamp_offset_seconds - 3) <= 5 then 'high'
        else 'medium'
    end::varchar as lua_confidence,
    clocked.emitter_version_text::varchar as emitter_version,
    clocked.duration_source::varchar as duration_source,
    clocked.file_clock::varchar as file_clock,
    if(clocked.lua_key is null, 'no_lua', clocked.pauses_unavailable_reason)::varchar as pauses_unavailable_reason,

    ---------- numbers
    clocked.round_number::tinyint as round_number,
    clocked.duration_seconds::double as duration_seconds,
    clocked.lua_playtime_seconds::double as lua_playtime_seconds,
    clocked.playtime_seconds::double as playtime_field_seconds,
    clocked.header_seconds::double as header_seconds,
    clocked.player_seconds::double as player_seconds,
    clocked.timelimit_seconds::double as timelimit_seconds,
    (clocked.lua_playtime_seconds - clocked.file_seconds)::double as difference_seconds,
    clocked.pause_count::integer as pause_count,
    clocked.lua_pause_seconds::integer as pause_seconds,
    clocked.stamp_offset_seconds::double as stamp_offset_seconds,

    ---------- times
    clocked.started_at::timestamptz as started_at,
    clocked.ended_at::timestamptz as ended_at,
    clocked.lua_started_at::timestamptz as lua_started_at,
    clocked.lua_ended_at::timestamptz as lua_ended_at,
    clocked.stamp_at::timestamptz as stamp_at,
    clocked.order_at::timestamptz as order_at,
    clocked.played_on::date as played_on,
from clocked
left join fingerprints on fingerprints.round_id = clocked.round_id
left join no_lua_reasons on no_lua_reasons.round_id = clocked.round_id
