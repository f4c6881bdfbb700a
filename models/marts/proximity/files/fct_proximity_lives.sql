with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

lives as (

    select * from {{ ref('int_proximity__lives') }}

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    ---------- ids
    {{ proximity_file_ids() }},
    lives.line_number::integer as line_number,
    players.player_id::varchar as player_id,

    ---------- text
    lives.player_name::varchar as player_name,
    {{ side_name('lives.side') }}::varchar as side_name,
    lives.player_class::varchar as player_class,
    lives.death_type::varchar as stated_death_type,
    lives.death_cause::varchar as death_cause,
    coalesce(
        files.sprint_unavailable_reason,
        if(lives.sample_count = 0, 'no_samples', null)
    )::varchar as sprint_unavailable_reason,
    case
        when lives.first_move_time is null then 'not_seen_moving'
        when lives.spawn_time < 0 or (files.has_wall_clock and lives.spawn_time < 1000) then 'spawned_before_sampling'
    end::varchar as first_move_unavailable_reason,

    ---------- numbers
    lives.side::tinyint as side,
    lives.spawn_time::integer as spawn_time_ms,
    lives.death_time::integer as death_time_ms,
    {{ round_seconds('lives.spawn_time') }} as spawned_at_round_seconds,
    {{ round_seconds('lives.death_time') }} as died_at_round_seconds,
    ((lives.death_time - lives.spawn_time) / 1000.0)::double as duration_seconds,
    (lives.known_ms / 1000.0)::double as sampled_seconds,
    case
        when lives.spawn_time >= if(files.has_wall_clock, 1000, 0) then lives.first_move_time - lives.spawn_time
    end::integer as first_move_ms,
    lives.sample_count::integer as sample_count,
    lives.distance_units::double as distance_units,
    (lives.speed_sum / nullif(lives.moving_sample_count, 0))::double as mean_speed,
    lives.peak_speed::double as peak_speed,
    (lives.standing_ms / 1000.0)::double as standing_seconds,
    (lives.crouching_ms / 1000.0)::double as crouching_seconds,
    case
        when files.sprint_unavailable_reason is null then {{ percent_of('lives.sprint_sample_count', 'lives.sample_count') }}
    end::double as sprint_percent,

    ---------- booleans
    lives.is_repeated::boolean as is_repeated,

    ---------- times
    files.order_at::timestamptz as order_at,
from lives
inner join files on files.file_id = lives.file_id
left join players on players.file_id = lives.file_id and players.guid = lives.guid
