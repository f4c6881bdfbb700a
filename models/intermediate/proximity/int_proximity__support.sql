-- One player of a file: how much of his sampled time a teammate in combat was within 600 units of him (docs/contracts/proximity.md §5).
-- The tracker samples everybody in the same frame, so positions are compared within a frame.
with

engagements as (

    select file_id, line_number, target_guid, start_time, end_time from {{ ref('int_proximity__engagements') }}

),

fights as (

    select file_id, coalesce(target_guid, '') as guid, start_time, coalesce(end_time, start_time) + 1500 as end_time
    from engagements

    union all

    select file_id, coalesce(guid, '') as guid, first_hit_time as start_time, last_hit_time + 1500 as end_time
    from {{ ref('stg_proximity__attackers') }}
    where item_defect is null

),

-- fights of one player that touch are one stretch of combat
opened as (

    select
        *,
        start_time > coalesce(max(end_time) over (
            partition by file_id, guid
            order by start_time, end_time
            rows between unbounded preceding and 1 preceding
        ), start_time - 1) as opens,
    from fights
    where start_time is not null and end_time is not null

),

numbered as (

    select
        *,
        count(*) filter (opens) over (partition by file_id, guid order by start_time, end_time rows unbounded preceding) as stretch,
    from opened

),

combats as (

    select
        file_id,
        guid,
        min(start_time) as start_time,
        max(end_time) as end_time,
    from numbered
    group by file_id, guid, stretch

),

frames as (

    select file_id, line_number, guid, side, time_ms, x, y, known_ms from {{ ref('int_proximity__samples') }}
    where item_event = 'sample' and side is not null

),

fighting as (

    select
        frames.file_id,
        frames.side,
        frames.time_ms,
        frames.guid,
        frames.x,
        frames.y,
    from frames
    asof join combats
        on combats.file_id = frames.file_id
        and combats.guid = frames.guid
        and combats.start_time <= frames.time_ms
    where frames.time_ms <= combats.end_time

),

supported as (

    select distinct
        frames.file_id,
        frames.line_number,
        frames.time_ms,
    from frames
    inner join fighting
        on fighting.file_id = frames.file_id
        and fighting.side = frames.side
        and fighting.time_ms = frames.time_ms
    where fighting.guid <> frames.guid
        and {{ flat_distance('fighting.x', 'fighting.y', 'frames.x', 'frames.y') }} <= 600

)

select
    frames.file_id,
    frames.guid,
    count(*)::integer as frame_count,
    count(supported.time_ms)::integer as supported_frame_count,
    sum(frames.known_ms)::integer as known_ms,
    coalesce(sum(frames.known_ms) filter (supported.time_ms is not null), 0)::integer as supported_ms,
from frames
left join supported
    on supported.file_id = frames.file_id
    and supported.line_number = frames.line_number
    and supported.time_ms = frames.time_ms
group by frames.file_id, frames.guid
