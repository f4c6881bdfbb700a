with

files as (

    select * from {{ ref('int_proximity__files') }}

),

lines as (

    select * from {{ ref('base_proximity__lines') }}

),

bad_rows as (

    select
        file_id,
        section,
        line_number,
        row_defect,
    from {{ ref('int_proximity__rows') }}
    where row_defect is not null

),

bad_samples as (

    select
        file_id,
        'PLAYER_TRACKS' as section,
        line_number,
        count(*) || ' items of the path cannot be read' as row_defect,
    from {{ ref('stg_proximity__samples') }}
    where not is_sound
    group by all

),

bad_attackers as (

    select
        file_id,
        'ENGAGEMENTS' as section,
        line_number,
        count(*) || ' attackers cannot be read' as row_defect,
    from {{ ref('stg_proximity__attackers') }}
    where item_defect is not null
    group by all

),

defects as (

    select * from bad_rows
    union all
    select * from bad_samples
    union all
    select * from bad_attackers

)

select
    {{ proximity_file_ids() }},
    defects.section::varchar as section,
    defects.line_number::integer as line_number,
    defects.row_defect::varchar as row_defect,
    left(lines.line, 200)::varchar as line_start,
    files.order_at::timestamptz as order_at,
from defects
inner join files on files.file_id = defects.file_id
left join lines on lines.file_id = defects.file_id and lines.line_number = defects.line_number
