-- One section of a proximity file in scope, with the lines it spans and the columns that its own column list names
-- (docs/formats/proximity-files.md §2). Rows above the first section are section 0.
{{ config(materialized='table') }}

with

split_files as (

    {{ lines_of_proximity_files() }}

),

titles as (

    select
        file_id,
        written_lines,
        [0] || list_filter(
            list_transform(
                written_lines,
                lambda line, place: if(
                    starts_with(line, '# ')
                    and regexp_full_match(line, '# [A-Z][A-Z0-9_]*\r?')
                    and not starts_with(line, '# PROXIMITY_TRACKER'),
                    place,
                    null
                )
            ),
            lambda place: place is not null
        ) as title_lines,
    from split_files

),

spans as (

    select
        file_id,
        written_lines,
        unnest(range(0, len(title_lines))) as section_number,
        unnest(title_lines) as title_line,
        unnest(title_lines[2:] || [len(written_lines) + 1]) as next_title_line,
    from titles

),

described as (

    select
        file_id,
        section_number::integer as section_number,
        case when title_line > 0 then regexp_extract(written_lines[title_line], '[A-Z][A-Z0-9_]*') else '' end as section,
        (title_line + 1)::integer as first_line,
        (next_title_line - 1)::integer as last_line,
        list_filter(
            written_lines[title_line + 1:least(title_line + 6, next_title_line - 1)],
            lambda line: starts_with(line, '#') and contains(line, ';')
        )[1] as column_list,
    from spans

)

select
    * exclude (column_list),
    string_split(trim(column_list, e'# \r'), ';') as column_names,
    len(column_names)::integer as column_count,
from described
