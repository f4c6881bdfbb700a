-- One finding about a round payload or a filename trigger (docs/contracts/checks.md)
with

links as (

    select
        *,
        {{ event_id('source', 'arrival_id') }} as event_id,
        if(source = 'stats_ready', 'message ' || file_name, file_name) as subject,
    from {{ ref('int_lua_links') }}

),

versions as (

    select * from {{ ref('int_lua_payloads__versions') }}

),

defects as (

    select * from {{ ref('stg_lua_timing__defects') }}

),

triggers as (

    select
        *,
        {{ event_id("'filename_trigger'", 'arrival_id') }} as event_id,
    from {{ ref('int_filename_triggers__linked') }}

),

quoted_names as (

    select
        arrival_id,
        quoted_name,
    from {{ ref('stg_lua_timing__triggers') }}
    where not is_file_name

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

rounds as (

    select * from {{ ref('int_rounds') }}
    where lua_key is not null

),

rosters as (

    select * from {{ ref('int_lua_rosters') }}

),

payload_findings as (

    -- why an arrival gives nothing, or no round
    select
        links.event_id,
        case links.reason_code
            when 'ambiguous' then 'lua_ambiguous'
            when 'ghost' then 'lua_ghost'
            when 'end_missing' then 'payload_unreadable'
            when 'round_number_missing' then 'lua_round_number_missing'
            else links.reason_code
        end as check_code,
        case when links.reason_code = 'end_missing' then 'no end of the round' end as detail,
    from links
    where links.reason_code in (
        'quarantined', 'payload_unreadable', 'map_missing', 'end_missing', 'server_unknown', 'ambiguous', 'ghost', 'round_number_missing',
        'aborted', 'older_version'
    )

    union all

    select
        links.event_id,
        'lua_value_unreadable' as check_code,
        defects.defect as detail,
    from defects
    inner join links on links.arrival_id = defects.arrival_id

    union all

    select
        links.event_id,
        'lua_meta_differs' as check_code,
        versions.meta_differences_text as detail,
    from versions
    inner join links on links.arrival_id = versions.arrival_id
    where versions.meta_differences_text <> ''

    union all

    select
        links.event_id,
        'end_reason_unknown' as check_code,
        left(links.end_reason_text, 100) as detail,
    from links
    left join {{ ref('end_reasons') }} as end_reasons on end_reasons.reason_text = lower(links.end_reason_text)
    where links.end_reason_text is not null and end_reasons.reason_text is null

    union all

    select
        links.event_id,
        'round_number_overruled' as check_code,
        'says ' || links.stated_round_number || ', is ' || rounds.round_number as detail,
    from links
    inner join rounds on rounds.round_id = links.round_id
    where links.stated_round_number <> rounds.round_number

),

-- an equal start is no link: of two rounds with one start the later one's was left over from the earlier
copied_starts as (

    select distinct
        this_one.lua_key,
        other_one.round_end_unix as other_end_unix,
    from lua_observations as this_one
    inner join lua_observations as other_one
        on other_one.server = this_one.server
        and other_one.map_name = this_one.map_name
        and other_one.round_start_unix = this_one.round_start_unix
    where abs(other_one.round_end_unix - this_one.round_end_unix) between 31 and 3 * 3600

),

-- two people whose GUIDs begin alike have one id in stats files
shared_prefixes as (

    select
        lua_key,
        line_player_id,
        string_agg(distinct guid, ', ' order by guid) as guids,
    from rosters
    where line_player_id is not null and not is_bot
    group by all
    having count(distinct guid) > 1

),

observation_findings as (

    select lua_key, 'start_copied' as check_code, 'as the round that ended at ' || other_end_unix as detail from copied_starts
    union all
    select lua_key, 'lua_sources_differ' as check_code, differing_values as detail from lua_observations where differing_values <> ''
    union all
    select
        lua_key,
        'lua_times_disagree' as check_code,
        'start ' || round_start_unix || ', end ' || round_end_unix || ', played ' || playtime_seconds || ' s' as detail,
    from lua_observations
    where round_start_unix is not null and not is_start_sound
    union all
    select lua_key, 'guid_prefix_shared' as check_code, guids as detail from shared_prefixes

),

trigger_findings as (

    select
        triggers.event_id,
        if(triggers.reason_code = 'file_name_refused', 'file_name_refused', triggers.reason_code) as check_code,
        coalesce(triggers.file_name, quoted_names.quoted_name) as subject,
        triggers.server,
        triggers.raw_sha256,
    from triggers
    left join quoted_names on quoted_names.arrival_id = triggers.arrival_id
    where triggers.reason_code in ('file_name_refused', 'map_missing', 'stamp_impossible', 'server_unknown')

)

select
    payload_findings.check_code,
    'file' as subject_kind,
    links.subject,
    payload_findings.detail,
    links.event_id,
    links.raw_sha256,
    links.round_id,
    links.server,
from payload_findings
inner join links on links.event_id = payload_findings.event_id

union all

select
    observation_findings.check_code,
    'round' as subject_kind,
    coalesce(rounds.file_name, rounds.round_key, observation_findings.lua_key) as subject,
    observation_findings.detail,
    first_events.event_id,
    null as raw_sha256,
    rounds.round_id,
    lua_observations.server,
from observation_findings
inner join lua_observations on lua_observations.lua_key = observation_findings.lua_key
left join links as first_events on first_events.arrival_id = lua_observations.first_arrival_id
left join rounds on rounds.lua_key = observation_findings.lua_key

union all

select
    check_code,
    'file' as subject_kind,
    subject,
    null as detail,
    event_id,
    raw_sha256,
    null as round_id,
    server,
from trigger_findings
