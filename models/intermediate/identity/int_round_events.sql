-- One arrival about a round, in the envelope that all sources share (docs/contracts/round-event.md). Further sources add their rows here.
{{ config(materialized='view') }}

with

stats_versions as (

    select * from {{ ref('int_stats_files__versions') }}

),

verdicts as (

    select * from {{ ref('int_observations__verdicts') }}

),

aborted_ends as (

    select * from {{ ref('int_aborted_ends') }}

),

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

endstats_versions as (

    select * from {{ ref('int_endstats__file_versions') }}

),

lua_links as (

    select * from {{ ref('int_lua_links') }}

),

trigger_links as (

    select * from {{ ref('int_filename_triggers__linked') }}

),

endstats_observations as (

    select
        files.file_id,
        attached.round_id,
        attached.link_status,
        attached.confidence,
    from {{ ref('int_endstats__observation_files') }} as files
    inner join {{ ref('int_endstats__attached') }} as attached on attached.observation_key = files.observation_key

),

proximity_versions as (

    select * from {{ ref('int_proximity_files__versions') }}

),

proximity_attached as (

    select * from {{ ref('int_proximity_files__attached') }}

),

stats_events as (

    select
        versions.file_id,
        versions.server,
        'stats_file' as source,
        versions.map_name,
        versions.round_number as stated_round_number,
        versions.stamp_local,
        versions.file_name,
        versions.received_at,
        versions.raw_sha256,
        case
            when versions.header_defect is not null then 'failed'
            when versions.defect_line_count > 0 then 'partial'
            else 'ok'
        end as parse_status,
        if(versions.is_quarantined, null, rounds.round_id) as round_id,
        if(versions.is_quarantined or rounds.round_id is null, 'unlinked', 'linked_round_id') as link_status,
        if(versions.is_quarantined or rounds.round_id is null, null, 'high') as confidence,
        case
            when versions.is_quarantined then 'quarantined'
            when verdicts.aborted_reason is not null then 'aborted'
            when versions.map_name is null then 'map_missing'
            when versions.stamp_local is null then 'stamp_impossible'
            when not versions.is_current then 'older_version'
        end as reason_code,
        aborted_ends.end_reason as aborted_end_reason,
        aborted_ends.end_reason_source as aborted_end_reason_source,
    from stats_versions as versions
    left join verdicts on verdicts.file_id = versions.file_id
    left join aborted_ends on aborted_ends.round_id = verdicts.round_id
    left join rounds
        on rounds.server = versions.server
        and rounds.round_key = versions.file_stem

),

endstats_events as (

    select
        versions.file_id,
        versions.server,
        'endstats_file' as source,
        versions.map_name,
        versions.stated_round_number,
        versions.stamp_local,
        versions.file_name,
        versions.received_at,
        versions.raw_sha256,
        case
            when versions.sound_line_count = 0 then 'failed'
            when versions.defect_line_count > 0 then 'partial'
            else 'ok'
        end as parse_status,
        observations.round_id,
        coalesce(observations.link_status, 'unlinked') as link_status,
        observations.confidence,
        case
            when versions.not_current_reason = 'quarantined' then 'quarantined'
            when versions.map_name is null then 'map_missing'
            when versions.stamp_local is null then 'stamp_impossible'
            when not versions.is_current then 'older_version'
            when observations.link_status = 'ambiguous' then 'several_rounds_fit'
            when observations.round_id is null then 'no_round_fits'
        end as reason_code,
    from endstats_versions as versions
    left join endstats_observations as observations on observations.file_id = versions.file_id

),

proximity_events as (

    select
        versions.file_id,
        versions.server,
        'proximity_file' as source,
        versions.map_name,
        versions.stated_round_number,
        versions.round_start_unix,
        versions.round_end_unix,
        versions.stamp_local,
        versions.file_name,
        versions.received_at,
        versions.raw_sha256,
        if(versions.family is null, 'failed', 'ok') as parse_status,
        attached.round_id,
        coalesce(attached.link_status, 'unlinked') as link_status,
        attached.confidence,
        case
            when versions.not_current_reason = 'quarantined' then 'quarantined'
            when versions.map_name is null then 'map_missing'
            when versions.not_current_reason is not null then 'older_version'
            when attached.file_id is null then 'stamp_impossible'
            when attached.link_status = 'ambiguous' then 'several_rounds_fit'
            when attached.round_id is null then 'no_round_fits'
            when not attached.is_counted then 'fuller_file_counts'
        end as reason_code,
        null as aborted_end_reason,
    from proximity_versions as versions
    left join proximity_attached as attached on attached.file_id = versions.file_id

),

arrivals as (

    select * from {{ ref('int_arrivals__in_scope') }}

),

lua_events as (

    select
        lua_links.* exclude (arrival_id, file_name, aborted_observation_id, end_reason_text, surrender_team),
        lua_links.arrival_id as file_id,
        if(lua_links.source = 'gametime_fallback', lua_links.file_name, null) as file_name,
        if(lua_links.source = 'stats_ready', lua_links.file_name, null) as message_id,
        aborted_ends.end_reason as aborted_end_reason,
        aborted_ends.end_reason_source as aborted_end_reason_source,
    from lua_links
    left join aborted_ends on aborted_ends.round_id = lua_links.aborted_observation_id

),

trigger_events as (

    select
        trigger_links.* exclude (arrival_id, aborted_observation_id),
        trigger_links.arrival_id as file_id,
        'filename_trigger' as source,
        aborted_ends.end_reason as aborted_end_reason,
        aborted_ends.end_reason_source as aborted_end_reason_source,
    from trigger_links
    left join aborted_ends on aborted_ends.round_id = trigger_links.aborted_observation_id

),

legacy_events as (

    select
        legacy_rows.* exclude (arrival_id, row_name, aborted_observation_id),
        legacy_rows.arrival_id as file_id,
        legacy_rows.row_name as file_name,
        'legacy_row' as source,
        aborted_ends.end_reason as aborted_end_reason,
        aborted_ends.end_reason_source as aborted_end_reason_source,
    from {{ ref('int_legacy_rows__linked') }} as legacy_rows
    left join aborted_ends on aborted_ends.round_id = legacy_rows.aborted_observation_id

),

events as (

    select
        *,
        null::bigint as round_start_unix,
        null::bigint as round_end_unix,
    from stats_events
    union all by name
    select * from endstats_events
    union all by name
    select * from lua_events
    union all by name
    select * from trigger_events
    union all by name
    select * from proximity_events
    union all by name
    select * from legacy_events

)

select
    arrivals.event_id,
    events.server,
    events.source,
    events.map_name,
    coalesce(rounds.round_number, events.stated_round_number)::tinyint as round_number,
    events.stated_round_number,
    events.round_start_unix,
    events.round_end_unix,
    strftime(events.stamp_local, '%Y-%m-%d') as round_date,
    strftime(events.stamp_local, '%H%M%S') as round_time,
    events.file_name as filename,
    events.webhook_id,
    events.message_id,
    events.received_at,
    events.parse_status,
    events.link_status,
    events.confidence,
    case
        when events.round_start_unix is not null or events.round_end_unix is not null
            then {{ unix_fingerprint('events.map_name', 'coalesce(rounds.round_number, events.stated_round_number)', 'coalesce(events.round_start_unix, events.round_end_unix)') }}
        else {{ clock_fingerprint('events.map_name', 'coalesce(rounds.round_number, events.stated_round_number)', 'events.stamp_local') }}
    end as round_fingerprint,
    case
        when events.round_start_unix is not null then 'start'
        when events.round_end_unix is not null then 'end'
        else 'clock'
    end as fingerprint_level,
    events.round_id,
    events.reason_code,
    coalesce(events.aborted_end_reason, outcomes.end_reason) as end_reason,
    coalesce(events.aborted_end_reason_source, outcomes.end_reason_source) as end_reason_source,
    {{ round_outcome('coalesce(events.aborted_end_reason, outcomes.end_reason)', 'outcomes.round_stopwatch_state') }} as round_outcome,
    events.raw_sha256,
    coalesce(rounds.order_at, arrivals.arrival_at) as order_at,
from events
inner join arrivals on arrivals.arrival_id = events.file_id
left join rounds on rounds.round_id = events.round_id
left join outcomes on outcomes.round_id = events.round_id
