-- One data row of a proximity file in scope: neither a comment nor blank, without its line end
{{ config(materialized='table') }}

with

sections as (

    select
        file_id,
        section_number,
        section,
        first_line,
        last_line,
    from {{ ref('base_proximity__sections') }}

),

split_files as (

    {{ lines_of_proximity_files() }}

),

lines as (

    select
        sections.file_id,
        sections.section_number,
        sections.section,
        unnest(range(first_line, last_line + 1)) as line_number,
        unnest(written_lines[first_line:last_line]) as written_line,
        len(written_lines) as line_count,
    from sections
    inner join split_files on split_files.file_id = sections.file_id

)

select
    file_id,
    section_number,
    section,
    line_number::integer as line_number,
    if(ends_with(written_line, e'\r'), left(written_line, -1), written_line) as line,
    line_number < line_count as has_line_end,
from lines
where written_line <> '' and written_line <> e'\r' and not starts_with(written_line, '#')
