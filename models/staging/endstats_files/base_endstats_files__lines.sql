-- One non-empty line of one endstats file version, without its line end (docs/formats/endstats-files.md §12.2)
{{ config(materialized='incremental', incremental_strategy='append') }}

with

files as (

    select
        {{ file_id() }} as file_id,
        content,
    from {{ source('raw', 'endstats_files') }}

),

new_files as (

    select
        file_id,
        string_split(content, e'\n') as written_lines,
    from files
    {{ only_new_files() }}

),

lines as (

    select
        file_id,
        unnest(generate_series(1, len(written_lines))) as line_number,
        unnest(written_lines) as written_line,
        len(written_lines) as line_count,
    from new_files

)

select
    file_id,
    line_number::integer as line_number,
    if(ends_with(written_line, e'\r'), left(written_line, -1), written_line) as line,
    line_number < line_count as has_line_end,
from lines
where rtrim(written_line, e'\r') <> ''
