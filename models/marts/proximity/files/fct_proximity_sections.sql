with

files as (

    select * from {{ ref('int_proximity__files') }}

),

sections as (

    select * from {{ ref('int_proximity__sections') }}

)

select
    {{ proximity_file_ids() }},
    sections.section_number::integer as section_number,
    sections.section::varchar as section,
    sections.column_list::varchar as column_list,
    nullif(sections.unknown_columns, '')::varchar as unknown_columns,
    sections.row_count::integer as row_count,
    sections.sound_row_count::integer as sound_row_count,
    sections.defect_row_count::integer as defect_row_count,
    sections.unread_row_count::integer as unread_row_count,
    sections.is_known::boolean as is_known,
    files.order_at::timestamptz as order_at,
from sections
inner join files on files.file_id = sections.file_id
