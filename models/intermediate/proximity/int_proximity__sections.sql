-- One section of a proximity file, with every one of its rows accounted for: sound, with a defect, or of a section that nobody knows
with

sections as (

    select * from {{ ref('base_proximity__sections') }}

),

lines as (

    select
        file_id,
        section_number,
        count(*) as row_count,
        min(line_number) as first_row_line,
        bool_and(has_line_end) as has_line_ends,
    from {{ ref('base_proximity__lines') }}
    group by all

),

known as (

    select
        section,
        list(written_name) as written_names,
    from {{ ref('proximity_columns') }}
    group by all

),

read_rows as (

    select
        sections.file_id,
        sections.section_number,
        count(*) filter (rows.row_defect is null) as sound_row_count,
        count(*) filter (rows.row_defect is not null) as defect_row_count,
    from {{ ref('int_proximity__rows') }} as rows
    inner join sections
        on sections.file_id = rows.file_id
        and sections.section = rows.section
    where rows.line_number between sections.first_line and sections.last_line
    group by all

)

select
    sections.file_id,
    sections.section_number,
    sections.section,
    known.section is not null as is_known,
    array_to_string(sections.column_names, ';') as column_list,
    array_to_string(list_filter(sections.column_names, lambda name: not list_contains(known.written_names, name)), ';') as unknown_columns,
    sections.column_count,
    coalesce(lines.row_count, 0)::integer as row_count,
    coalesce(read_rows.sound_row_count, 0)::integer as sound_row_count,
    coalesce(read_rows.defect_row_count, 0)::integer as defect_row_count,
    if(known.section is null, coalesce(lines.row_count, 0), 0)::integer as unread_row_count,
    coalesce(lines.has_line_ends, true) as has_line_ends,
from sections
left join lines on lines.file_id = sections.file_id and lines.section_number = sections.section_number
left join known on known.section = sections.section
left join read_rows on read_rows.file_id = sections.file_id and read_rows.section_number = sections.section_number
-- what stands above the first section is the header, and no section unless rows stand there
where sections.section_number > 0 or lines.row_count > 0
