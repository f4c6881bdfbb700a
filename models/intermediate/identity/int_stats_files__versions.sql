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

described as (

    select
        files.*,
        coalesce(sound_line_count, 0) + if(header_defect is null, 1, 0) as sound_line_count,
        coalesce(defect_line_count, 0) as defect_line_count,
    from files
    left join sound_lines using (file_id)

)

{{ judged_versions('described') }}
