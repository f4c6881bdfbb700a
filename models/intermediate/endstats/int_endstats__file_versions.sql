-- One endstats file version and whether it is the one that counts for its name. Versions are ranked by content alone:
-- when they arrived decides nothing (docs/contracts/identity.md §2).
with

files as (

    select * from {{ ref('stg_endstats_files__files') }}

)

{{ judged_versions('files') }}
