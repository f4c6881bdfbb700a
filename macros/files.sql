{# Rules that every kind of text file shares. #}

{# One non-empty line of one file version in scope, without its line end. -#}
{% macro lines_of_files(raw_files) -%}
with

files as (

    select
        {{ file_id() }} as file_id,
        string_split(content, e'\n') as written_lines,
    from {{ raw_files }}
    where {{ in_scope(raw_files, file_id()) }}

),

lines as (

    select
        file_id,
        unnest(generate_series(1, len(written_lines))) as line_number,
        unnest(written_lines) as written_line,
        len(written_lines) as line_count,
    from files

)

select
    file_id,
    line_number::integer as line_number,
    if(ends_with(written_line, e'\r'), left(written_line, -1), written_line) as line,
    line_number < line_count as has_line_end,
from lines
where rtrim(written_line, e'\r') <> ''
{%- endmacro %}
