-- One life with its measures, and with the cause of its end put right: the tracker takes rifle kills for suicides and falls
-- (docs/formats/proximity-files.md §5.2)
with

lives as (

    select * from {{ ref('stg_proximity__lives') }}
    where row_defect is null

),

measured as (

    select
        file_id,
        line_number,
        count(*) as sample_count,
        sum(known_ms) as known_ms,
        sum(step_units::decimal(12, 3)) as distance_units,
        sum(speed::decimal(12, 3)) filter (speed > 0) as speed_sum,
        count(*) filter (speed > 0) as moving_sample_count,
        max(speed) as peak_speed,
        count(*) filter (is_sprinting) as sprint_sample_count,
        sum(known_ms) filter (speed <= 10 or speed is null) as standing_ms,
        sum(known_ms) filter (stance = 1) as crouching_ms,
        sum(known_ms) filter (is_sprinting) as sprinting_ms,
        bool_and(time_ms >= coalesce(time_ms - gap_ms, time_ms)) as is_in_order,
        arg_min(item_event, item_number) as first_event,
        max(time_ms) as last_sample_time,
    from {{ ref('int_proximity__samples') }}
    group by all

),

deaths as (

    select
        file_id,
        victim_guid,
        time_ms,
        min(death_cause) as death_cause,
    from {{ ref('int_proximity__deaths') }}
    group by all

)

select
    lives.file_id,
    lives.line_number,
    coalesce(lives.guid, '') as guid,
    lives.player_name,
    lives.side,
    lives.player_class,
    lives.spawn_time,
    lives.death_time,
    lives.first_move_time,
    lives.death_type,
    lives.stated_sample_count,
    coalesce(measured.sample_count, 0)::integer as sample_count,
    coalesce(measured.known_ms, 0)::integer as known_ms,
    measured.distance_units,
    measured.speed_sum,
    coalesce(measured.moving_sample_count, 0)::integer as moving_sample_count,
    measured.peak_speed,
    coalesce(measured.sprint_sample_count, 0)::integer as sprint_sample_count,
    coalesce(measured.standing_ms, 0)::integer as standing_ms,
    coalesce(measured.crouching_ms, 0)::integer as crouching_ms,
    coalesce(measured.sprinting_ms, 0)::integer as sprinting_ms,
    coalesce(measured.is_in_order, true) as is_in_order,
    measured.first_event,
    measured.last_sample_time,
    case
        when lives.death_type in ('round_end', 'shutdown', 'disconnect', 'unknown') then lives.death_type
        when deaths.death_cause is not null then deaths.death_cause
        when lives.death_type in ('killed', 'death') then 'enemy'
        when lives.death_type = 'teamkill' then 'team_kill'
        when lives.death_type = 'selfkill' then 'suicide'
        when lives.death_type = 'world' then 'world'
        else 'unknown'
    end as death_cause,
    -- the same life written twice: rows of the round before that the tracker never cleared
    row_number() over (
        partition by lives.file_id, lives.guid, lives.spawn_time, lives.death_time
        order by lives.line_number
    ) > 1 as is_repeated,
from lives
left join measured on measured.file_id = lives.file_id and measured.line_number = lives.line_number
left join deaths
    on deaths.file_id = lives.file_id
    and deaths.victim_guid = coalesce(lives.guid, '')
    and deaths.time_ms = lives.death_time
