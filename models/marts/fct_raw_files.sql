{{ config(materialized='exchanged') }}

with

files as (

    select *, 'stats' as kind from {{ ref('int_stats_files__versions') }}

    union all by name

    select *, 'endstats' as kind from {{ ref('int_endstats__file_versions') }}

    union all by name

    select *, 'proximity' as kind from {{ ref('int_proximity_files__versions') }}

    union all by name

    select
        * exclude (arrival_id),
        arrival_id as file_id,
        if(source = 'stats_ready', 'message', 'gametimes') as kind,
    from {{ ref('int_lua_payloads__versions') }}

    union all by name

    select
        arrival_id as file_id,
        server,
        source_name,
        'message' as kind,
        message_id as file_name,
        raw_sha256,
        'utf-8' as encoding,
        case
            when message_kind = 'other_message' then 'not_about_a_round'
            when row_number() over (partition by message_id order by edited_at desc nulls last, raw_sha256, arrival_id) > 1
                then 'better_version_landed'
        end as not_current_reason,
        length(content) + length(embeds) as size_bytes,
        not_current_reason is null as is_current,
        received_at,
    from {{ ref('base_lua_timing__messages') }}
    where message_kind <> 'stats_ready'

),

arrivals as (

    select * from {{ ref('int_arrivals__in_scope') }}

)

select
    files.file_id::varchar as file_id,
    arrivals.event_id::varchar as event_id,
    files.server::varchar as server,
    source_name::varchar as source_name,
    kind::varchar as kind,
    file_name::varchar as file_name,
    raw_sha256::varchar as sha256,
    encoding::varchar as encoding,
    not_current_reason::varchar as not_current_reason,
    size_bytes::bigint as size_bytes,
    is_current::boolean as is_current,
    remote_modified_at::timestamptz as remote_modified_at,
    received_at::timestamptz as received_at,
    arrivals.arrival_at::timestamptz as order_at,
from files
inner join arrivals on arrivals.arrival_id = files.file_id
