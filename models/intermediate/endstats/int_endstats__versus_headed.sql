-- One versus row of an endstats table with versus headers: it belongs to the header above it (docs/formats/endstats-files.md §12.2)
with

lines as (

    select * from {{ ref('int_endstats__table_lines') }}

),

blocks as (

    select
        *,
        count(*) filter (ends_block) over (partition by content_key order by table_row) as block_number,
        count(*) filter (ends_block) over (partition by content_key) as block_count,
    from lines

),

headers as (

    select
        content_key,
        block_number,
        player_name,
        guid,
    from blocks
    where line_kind = 'versus_header'

)

select
    blocks.content_key,
    blocks.table_row,
    headers.player_name as subject_name,
    left(headers.guid, 8) as subject_guid8,
from blocks
left join headers
    on headers.content_key = blocks.content_key
    and headers.block_number = blocks.block_number
where blocks.line_kind = 'versus_row' and blocks.block_count > 0
