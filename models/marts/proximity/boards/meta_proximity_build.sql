-- depends_on: {{ ref('int_proximity__done') }}
with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

)

select
    builds.build_id::varchar as build_id,
    builds.code_sha256::varchar as code_sha256,
    builds.as_of::timestamptz as as_of,
    (select count(*) from {{ ref('fct_proximity_files') }})::integer as file_count,
    (select count(*) from {{ ref('fct_proximity_rounds') }})::integer as round_count,
    (select count(*) from {{ ref('int_proximity__asked') }})::integer as asked_file_count,
    (select count(*) from {{ ref('int_proximity__done') }})::integer as done_file_count,
from builds
