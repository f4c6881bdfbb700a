-- One item of a life's path: where a player was at one moment and how (docs/formats/proximity-files.md §5.2).
-- The biggest of all: read for the files in scope, used up by the models behind it, and stored nowhere else.
{{ config(materialized='table') }}

with

lives as (

    select
        file_id,
        line_number,
        string_split(path, '|') as items,
    from {{ ref('stg_proximity__lives') }}
    where row_defect is null and path is not null

),

items as (

    select
        file_id,
        line_number,
        generate_subscripts(items, 1) as item_number,
        unnest(items) as item,
    from lives

),

judged as (

    select
        *,
        regexp_full_match(
            item,
            '-?\d{1,9},-?\d{1,6}(\.\d{1,3})?,-?\d{1,6}(\.\d{1,3})?,-?\d{1,6}(\.\d{1,3})?,-?\d{1,4},\d{1,6}(\.\d{1,3})?,\d{1,3},\d,[01],[a-z_]*'
        ) as is_sound,
        string_split(item, ',') as part,
    from items

)

select
    ---------- ids
    file_id,
    line_number,
    item_number::integer as item_number,

    ---------- text
    if(is_sound, part[10], null) as item_event,

    ---------- numbers
    if(is_sound, try_cast(part[1] as integer), null) as time_ms,
    if(is_sound, try_cast(part[2] as float), null) as x,
    if(is_sound, try_cast(part[3] as float), null) as y,
    if(is_sound, try_cast(part[4] as float), null) as z,
    if(is_sound, try_cast(part[5] as smallint), null) as health,
    if(is_sound, try_cast(part[6] as float), null) as speed,
    if(is_sound, try_cast(part[7] as utinyint), null) as weapon,
    if(is_sound, try_cast(part[8] as utinyint), null) as stance,

    ---------- booleans
    is_sound,
    is_sound and part[9] = '1' as is_sprinting,
from judged
