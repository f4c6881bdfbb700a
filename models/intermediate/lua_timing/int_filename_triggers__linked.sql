-- One filename trigger that arrived, and the round of the file it names or the reason why there is none (docs/contracts/round-event.md §2)
with

triggers as (

    select * from {{ ref('int_filename_triggers') }}

),

verdicts as (

    select * from {{ ref('int_observations__verdicts') }}

),

endstats_files as (

    select
        versions.server,
        versions.file_stem,
        any_value(attached.round_id) as round_id,
        any_value(attached.confidence) as confidence,
        any_value(coalesce(attached.link_status, 'unlinked')) as link_status,
    from {{ ref('int_endstats__file_versions') }} as versions
    left join {{ ref('int_endstats__observation_files') }} as observation_files on observation_files.file_id = versions.file_id
    left join {{ ref('int_endstats__attached') }} as attached on attached.observation_key = observation_files.observation_key
    where versions.is_current
    group by all

),

joined as (

    select
        triggers.*,
        verdicts.round_id as observation_id,
        verdicts.aborted_reason,
        verdicts.has_file or verdicts.lua_key is not null as is_told,
        endstats_files.round_id as endstats_round_id,
        endstats_files.confidence as endstats_confidence,
        endstats_files.link_status as endstats_link_status,
    from triggers
    left join verdicts
        on verdicts.server = triggers.server
        and verdicts.round_key = if(triggers.file_kind = 'stats', triggers.file_stem, null)
    left join endstats_files
        on endstats_files.server = triggers.server
        and endstats_files.file_stem = if(triggers.file_kind = 'endstats', triggers.file_stem, null)

),

reasoned as (

    select
        *,
        case
            when not is_file_name then 'file_name_refused'
            when map_name is null then 'map_missing'
            when stamp_local is null then 'stamp_impossible'
            when server is null then 'server_unknown'
            when not is_current then 'older_version'
            when file_kind = 'endstats' and endstats_link_status is null then 'file_missing'
            when endstats_link_status = 'ambiguous' then 'several_rounds_fit'
            when file_kind = 'endstats' and endstats_round_id is null then 'no_round_fits'
            when aborted_reason is not null then 'aborted'
            when file_kind = 'stats' and observation_id is null then 'quarantined'
            when file_kind = 'stats' and not is_told then 'file_missing'
        end as reason_code,
        case
            when file_kind = 'endstats' then endstats_round_id
            when aborted_reason is null then observation_id
        end as linked_round_id,
    from joined

)

select
    arrival_id,
    server,
    map_name,
    stated_round_number,
    stamp_local,
    file_name,
    message_id,
    webhook_id,
    raw_sha256,
    reason_code,
    if(is_file_name, 'ok', 'failed') as parse_status,
    linked_round_id as round_id,
    if(reason_code = 'aborted', observation_id, null) as aborted_observation_id,
    case
        when linked_round_id is not null then 'linked_round_id'
        when endstats_link_status = 'ambiguous' then 'ambiguous'
        else 'unlinked'
    end as link_status,
    case
        when linked_round_id is null then null
        when file_kind = 'endstats' then endstats_confidence
        else 'high'
    end as confidence,
    received_at,
from reasoned
