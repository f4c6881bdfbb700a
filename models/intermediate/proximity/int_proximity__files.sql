-- One proximity file in scope with its clock: when its times are on the clock of the round (docs/formats/proximity-files.md §8)
with

scope as (

    select * from {{ ref('int_proximity__scope') }}

),

headers as (

    select * from {{ ref('stg_proximity__files') }}

),

lives as (

    select
        file_id,
        max(death_time) filter (death_type in ('round_end', 'shutdown')) as stated_end_time,
        max(greatest(spawn_time, coalesce(death_time, spawn_time))) as last_time,
        min(spawn_time) as first_time,
        bool_or(death_type = 'shutdown') as is_shutdown,
        count(distinct death_time) filter (death_type in ('round_end', 'shutdown')) as stated_end_count,
    from {{ ref('stg_proximity__lives') }}
    where row_defect is null
    group by all

),

-- samples are taken of everybody at once, so the usual gap between two of them is the interval that was really in force
gaps as (

    select
        file_id,
        time_ms - lag(time_ms) over (partition by file_id, line_number order by item_number) as gap_ms,
        item_event,
    from {{ ref('stg_proximity__samples') }}
    where is_sound

),

intervals as (

    select
        file_id,
        median(gap_ms)::integer as measured_interval_ms,
    from gaps
    where item_event = 'sample' and gap_ms > 0
    group by all

),

sprints as (

    select
        file_id,
        count(*) as sample_count,
        count(*) filter (is_sprinting) as sprint_sample_count,
        count(*) filter (not is_sound) as unsound_sample_count,
    from {{ ref('stg_proximity__samples') }}
    group by all

),

joined as (

    select
        scope.file_id,
        scope.proximity_key,
        scope.round_id,
        scope.server,
        scope.map_name,
        scope.file_name,
        scope.raw_sha256,
        scope.stated_round_number,
        scope.round_number,
        scope.round_start_unix,
        scope.round_end_unix,
        scope.link_status,
        scope.confidence,
        scope.reason_code,
        scope.size_bytes,
        scope.is_counted,
        scope.is_shown,
        scope.order_at,
        headers.family,
        headers.tracker_version,
        headers.capabilities,
        headers.sample_interval_ms,
        headers.axis_spawn_interval_ms,
        headers.allies_spawn_interval_ms,
        headers.ends_with_newline,
        coalesce(headers.is_test_mode, false) as is_test_mode,
        intervals.measured_interval_ms,
        coalesce(sprints.sample_count, 0)::integer as sample_count,
        coalesce(sprints.sprint_sample_count, 0)::integer as sprint_sample_count,
        coalesce(sprints.unsound_sample_count, 0)::integer as unsound_sample_count,
        coalesce(lives.is_shutdown, false) as is_shutdown,
        coalesce(lives.stated_end_count, 0)::integer as stated_end_count,
        coalesce(lives.stated_end_time, lives.last_time) as end_time_ms,
        lives.first_time as first_time_ms,
        (scope.round_end_unix - scope.round_start_unix) * 1000 as wall_duration_ms,
        -- the oldest trackers, and the first of the fifth family, count by the wall clock of the process; which drifts
        coalesce(headers.family in ('V3', 'V4'), true)
            or coalesce(lives.first_time < 0, false)
            or (headers.family = 'V5' and headers.axis_spawn_interval_ms is null and headers.allies_spawn_interval_ms is null)
            as has_wall_clock,
    from scope
    inner join headers on headers.file_id = scope.file_id
    left join lives on lives.file_id = scope.file_id
    left join intervals on intervals.file_id = scope.file_id
    left join sprints on sprints.file_id = scope.file_id

)

select
    *,
    -- what must be added to a time of the file to count from the start of play
    case
        when not has_wall_clock then 0
        when wall_duration_ms between 1 and 7200000 and end_time_ms is not null and abs(wall_duration_ms - end_time_ms) <= 600000
            then wall_duration_ms - end_time_ms
    end::integer as clock_offset_ms,
    case
        when not has_wall_clock then 'round_clock'
        when wall_duration_ms between 1 and 7200000 and end_time_ms is not null and abs(wall_duration_ms - end_time_ms) <= 600000
            then 'anchored_at_end'
        else 'unanchored'
    end as clock_status,
    case
        when sample_count = 0 then 'no_samples'
        when sprint_sample_count = 0 then 'sprint_never_recorded'
    end as sprint_unavailable_reason,
from joined
