with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

files as (

    select * from {{ ref('fct_raw_files') }}

),

refusals as (

    select * from {{ ref('fct_refusals') }}

),

landed as (

    select
        files.server,
        files.source_name,
        files.kind,
        count(*) as file_count,
        count(*) filter (files.received_at > builds.as_of - interval 24 hours) as file_count_24_hours,
        max(files.received_at) as newest_received_at,
        arg_max(files.file_name, {'at': files.received_at, 'name': files.file_name}) as newest_file_name,
    from files
    cross join builds
    group by files.server, files.source_name, files.kind

),

refused as (

    select
        server,
        source_name,
        coalesce(kind, 'unknown') as kind,
        count(*) as refusal_count,
        arg_max(reason, {'at': received_at, 'name': file_name}) as newest_refusal_reason,
        arg_max(file_name, {'at': received_at, 'name': file_name}) as newest_refused_file_name,
    from refusals
    group by all

)

select
    coalesce(landed.server, refused.server)::varchar as server,
    coalesce(landed.source_name, refused.source_name)::varchar as source_name,
    coalesce(landed.kind, refused.kind)::varchar as kind,
    landed.newest_file_name::varchar as newest_file_name,
    refused.newest_refused_file_name::varchar as newest_refused_file_name,
    refused.newest_refusal_reason::varchar as newest_refusal_reason,
    coalesce(landed.file_count, 0)::integer as file_count,
    coalesce(landed.file_count_24_hours, 0)::integer as file_count_24_hours,
    coalesce(refused.refusal_count, 0)::integer as refusal_count,
    landed.newest_received_at::timestamptz as newest_received_at,
from landed
full outer join refused
    on refused.server = landed.server
    and refused.source_name = landed.source_name
    and refused.kind = landed.kind
