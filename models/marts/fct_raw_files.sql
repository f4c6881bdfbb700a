{{ config(materialized='exchanged') }}

with

files as (

    select *, 'stats' as kind from {{ ref('int_stats_files__versions') }}

    union all by name

    select *, 'endstats' as kind from {{ ref('int_endstats__file_versions') }}

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
