-- One proximity file version and whether it is the one that counts for its name. Versions are ranked by content alone:
-- when they arrived decides nothing (docs/contracts/identity.md §2).
with

files as (

    select * from {{ ref('stg_proximity_files__files') }}

),

quarantined as (

    select subject as raw_sha256
    from {{ ref('int_annotations__standing') }}
    where kind = 'quarantine_file'
    group by all

),

described as (

    select
        files.*,
        quarantined.raw_sha256 is not null as is_quarantined,
    from files
    left join quarantined on quarantined.raw_sha256 = files.raw_sha256

),

ranked as (

    select
        *,
        {{ version_rank() }} as version_rank,
    from described

)

select
    * exclude (version_rank),
    version_rank = 1 and not is_quarantined as is_current,
    case
        when is_quarantined then 'quarantined'
        when version_rank > 1 then 'better_version_landed'
    end as not_current_reason,
from ranked
