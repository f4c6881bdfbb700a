-- One sample of a life with the way and the time since the one before it. A gap longer than two intervals is a hole, not time that
-- anybody knows about, and the items of two trackers' intervals weigh what they last, so that both can be compared.
with

files as (

    select
        file_id,
        coalesce(measured_interval_ms, sample_interval_ms, 500) as interval_ms,
    from {{ ref('int_proximity__files') }}

),

samples as (

    select * from {{ ref('stg_proximity__samples') }}
    where is_sound

),

lives as (

    select file_id, line_number, guid, side from {{ ref('stg_proximity__lives') }}
    where row_defect is null

),

stepped as (

    select
        *,
        time_ms - lag(time_ms) over of_life as gap_ms,
        sqrt((x - lag(x) over of_life) ^ 2 + (y - lag(y) over of_life) ^ 2 + (z - lag(z) over of_life) ^ 2) as step_units,
    from samples
    window of_life as (partition by file_id, line_number order by item_number)

)

select
    stepped.file_id,
    stepped.line_number,
    stepped.item_number,
    stepped.item_event,
    coalesce(lives.guid, '') as guid,
    lives.side,
    stepped.time_ms,
    stepped.x,
    stepped.y,
    stepped.speed,
    stepped.stance,
    stepped.is_sprinting,
    stepped.gap_ms,
    stepped.step_units,
    if(stepped.gap_ms between 0 and 2 * files.interval_ms, stepped.gap_ms, 0)::integer as known_ms,
from stepped
inner join files on files.file_id = stepped.file_id
inner join lives on lives.file_id = stepped.file_id and lives.line_number = stepped.line_number
