-- One build; the newest one is the build that is running, and its as_of is the only clock a model may read
with

builds as (

    select * from {{ source('raw', 'builds') }}

)

select
    build_id,
    lane,
    code_sha256,
    fullhold_version,
    dbt_version,
    duckdb_version,
    row_number() over (order by started_at desc, build_id desc) = 1 as is_current,
    as_of,
    started_at,
from builds
