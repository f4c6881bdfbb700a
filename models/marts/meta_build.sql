with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

)

select
    builds.build_id::varchar as build_id,
    builds.lane::varchar as lane,
    builds.code_sha256::varchar as code_sha256,
    builds.fullhold_version::varchar as fullhold_version,
    builds.dbt_version::varchar as dbt_version,
    builds.duckdb_version::varchar as duckdb_version,
    (select count(*) from {{ ref('fct_raw_files') }})::integer as raw_file_count,
    (select count(*) from {{ ref('fct_refusals') }})::integer as refusal_count,
    (select count(*) from {{ ref('fct_rounds') }})::integer as round_count,
    (select count(*) from {{ ref('fct_matches') }})::integer as match_count,
    (select count(*) from {{ ref('fct_sessions') }})::integer as session_count,
    (select count(*) from {{ ref('dim_players') }})::integer as player_count,
    (select count(*) from {{ ref('fct_round_checks') }})::integer as check_count,
    builds.as_of::timestamptz as as_of,
    builds.started_at::timestamptz as started_at,
from builds
