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

looks as (

    select * from {{ ref('stg_operations__source_checks') }}

),

checks as (

    select
        server,
        count(*) filter (check_code = 'zone_wrong') as zone_wrong_count,
    from {{ ref('fct_round_checks') }}
    group by all

),

-- a message of a webhook that several servers share has no server of its own
landed as (

    select
        coalesce(files.server, '-') as server,
        files.source_name,
        files.kind,
        count(*) as file_count,
        count(*) filter (files.received_at > builds.as_of - interval 24 hours) as file_count_24_hours,
        max(files.received_at) as newest_received_at,
        arg_max(files.file_name, {'at': files.received_at, 'name': files.file_name}) as newest_file_name,
    from files
    cross join builds
    group by all

),

refused as (

    select
        refusals.server,
        refusals.source_name,
        coalesce(refusals.kind, 'unknown') as kind,
        count(*) as refusal_count,
        count(*) filter (refusals.received_at > builds.as_of - interval 24 hours) as refusal_count_24_hours,
        arg_max(refusals.reason, {'at': refusals.received_at, 'name': refusals.file_name}) as newest_refusal_reason,
        arg_max(refusals.file_name, {'at': refusals.received_at, 'name': refusals.file_name}) as newest_refused_file_name,
    from refusals
    cross join builds
    group by all

),

looked as (

    select
        server,
        source_name,
        max(checked_at) as last_look_at,
        arg_max(kind, checked_at) as source_kind,
        arg_max(coalesce(error, ''), checked_at) as newest_error,
        max(checked_at) filter (error is not null) as last_error_at,
        arg_max(error, checked_at) filter (error is not null) as last_error,
    from looks
    group by all

),

brought as (

    select
        coalesce(landed.server, refused.server) as server,
        coalesce(landed.source_name, refused.source_name) as source_name,
        coalesce(landed.kind, refused.kind) as kind,
        landed.* exclude (server, source_name, kind),
        refused.* exclude (server, source_name, kind),
    from landed
    full outer join refused
        on refused.server = landed.server
        and refused.source_name = landed.source_name
        and refused.kind = landed.kind

),

-- a source that was looked at and brought nothing is a source as well
joined as (

    select
        coalesce(brought.server, looked.server) as server,
        coalesce(brought.source_name, looked.source_name) as source_name,
        coalesce(brought.kind, looked.source_kind) as kind,
        brought.* exclude (server, source_name, kind),
        looked.* exclude (server, source_name, source_kind),
    from brought
    full outer join looked
        on looked.server = brought.server
        and looked.source_name = brought.source_name

),

judged as (

    select
        joined.*,
        case
            when checks.zone_wrong_count > 0 and joined.kind in ('stats', 'endstats', 'gametimes') then 'zone_wrong'
            when joined.newest_error <> '' then 'last_look_failed'
            when joined.refusal_count_24_hours > 0 then 'something_refused'
        end as health_reason,
    from joined
    left join checks on checks.server = joined.server

)

select
    server::varchar as server,
    source_name::varchar as source_name,
    kind::varchar as kind,
    case health_reason when 'something_refused' then 'yellow' else if(health_reason is null, 'green', 'red') end::varchar as health,
    health_reason::varchar as health_reason,
    newest_file_name::varchar as newest_file_name,
    newest_refused_file_name::varchar as newest_refused_file_name,
    newest_refusal_reason::varchar as newest_refusal_reason,
    last_error::varchar as last_error,
    coalesce(file_count, 0)::integer as file_count,
    coalesce(file_count_24_hours, 0)::integer as file_count_24_hours,
    coalesce(refusal_count, 0)::integer as refusal_count,
    newest_received_at::timestamptz as newest_received_at,
    last_look_at::timestamptz as last_look_at,
    last_error_at::timestamptz as last_error_at,
from judged
