-- One round payload that arrived, and the round that it belongs to or the reason why it belongs to none (docs/contracts/identity.md §4)
with

versions as (

    select * from {{ ref('int_lua_payloads__versions') }}

),

-- an older state of a message or file belongs where the one that counts belongs
standing as (

    select
        source,
        version_key,
        arrival_id as standing_arrival_id,
    from versions
    where is_current

),

placed as (

    select * from {{ ref('int_lua_payloads__placed') }}

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

spine as (

    select * from {{ ref('int_spine') }}

),

lone as (

    select * from {{ ref('int_lua_lone') }}

),

verdicts as (

    select * from {{ ref('int_observations__verdicts') }}

),

joined as (

    select
        versions.*,
        placed.arrival_id is not null as is_placed,
        placed.lua_key,
        placed.server as placed_server,
        placed.round_end_unix as placed_end_unix,
        spine.stamp_offset_seconds,
        lone.no_round_reason,
        lone.stands_aside_reason,
        coalesce(spine.round_id, if(lone.no_round_reason is null, lua_observations.lua_round_id, null)) as observation_id,
    from versions
    left join standing on standing.source = versions.source and standing.version_key = versions.version_key
    left join placed on placed.arrival_id = standing.standing_arrival_id
    left join lua_observations on lua_observations.lua_key = placed.lua_key
    left join spine on spine.lua_key = placed.lua_key
    left join lone on lone.lua_key = placed.lua_key

),

reasoned as (

    select
        joined.*,
        verdicts.aborted_reason,
        case
            when joined.is_quarantined then 'quarantined'
            when not joined.is_json or joined.field_count = 0 then 'payload_unreadable'
            when joined.map_name is null then 'map_missing'
            when joined.round_end_unix is null then 'end_missing'
            when not joined.is_readable then 'payload_unreadable'
            when joined.is_placed and joined.lua_key is null then 'server_unknown'
            when joined.no_round_reason is not null then joined.no_round_reason
            when verdicts.aborted_reason is not null then 'aborted'
            when not joined.is_current then 'older_version'
            else joined.stands_aside_reason
        end as reason_code,
        reason_code in ('quarantined', 'payload_unreadable', 'map_missing', 'end_missing') as is_unusable,
    from joined
    left join verdicts on verdicts.round_id = joined.observation_id

)

select
    arrival_id,
    source,
    coalesce(server, placed_server) as server,
    file_name,
    webhook_id,
    raw_sha256,
    map_name,
    stated_round_number,
    round_start_unix,
    round_end_unix,
    end_reason_text,
    surrender_team,
    reason_code,
    case
        when is_unusable then 'failed'
        when defect_count > 0 then 'partial'
        else 'ok'
    end as parse_status,
    if(coalesce(is_unusable, false) or aborted_reason is not null, null, observation_id) as round_id,
    if(reason_code = 'aborted', observation_id, null) as aborted_observation_id,
    case
        when reason_code = 'ambiguous' then 'ambiguous'
        when coalesce(is_unusable, false) or aborted_reason is not null or observation_id is null then 'unlinked'
        else 'linked_round_id'
    end as link_status,
    case
        when coalesce(is_unusable, false) or aborted_reason is not null or observation_id is null then null
        when stamp_offset_seconds is null or abs(stamp_offset_seconds - 3) <= 5 then 'high'
        else 'medium'
    end as confidence,
    received_at,
from reasoned
