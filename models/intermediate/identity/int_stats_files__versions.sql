-- One stats file version and whether it is the one that counts for its name. Versions are ranked by content alone:
-- when they arrived decides nothing (docs/contracts/identity.md §2).
with

files as (

    select * from {{ ref('stg_stats_files__rounds') }}

),

sound_lines as (

    select
        file_id,
        count(*) filter (line_defect is null) as sound_line_count,
        count(*) filter (line_defect is not null) as defect_line_count,
    from {{ ref('stg_stats_files__players') }}
    group by all

),

quarantined as (

    select subject as raw_sha256
    from {{ ref('int_annotations__standing') }}
    where kind = 'quarantine_file'

),

described as (

    select
        files.*,
        coalesce(sound_line_count, 0) + if(header_defect is null, 1, 0) as sound_line_count,
        coalesce(defect_line_count, 0) as defect_line_count,
        quarantined.raw_sha256 is not null as is_quarantined,
    from files
    left join sound_lines using (file_id)
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
