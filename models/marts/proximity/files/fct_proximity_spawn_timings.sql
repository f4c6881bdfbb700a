with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

timings as (

    select * from {{ ref('stg_proximity__spawn_timings') }}
    where row_defect is null

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    timings.line_number::integer as line_number,
    killers.player_id::varchar as killer_player_id,
    victims.player_id::varchar as victim_player_id,
    timings.killer_name::varchar as killer_name,
    timings.victim_name::varchar as victim_name,
    timings.killer_side::tinyint as killer_side,
    {{ side_name('timings.killer_side') }}::varchar as killer_side_name,
    {{ round_seconds('timings.kill_time') }} as at_round_seconds,
    nullif(timings.enemy_spawn_interval, 0)::integer as enemy_spawn_interval_ms,
    -- an interval that the tracker did not know is 0, and so is everything made of it
    if(timings.enemy_spawn_interval > 0, timings.time_to_next_spawn, null)::integer as time_to_next_spawn_ms,
    if(timings.enemy_spawn_interval > 0, timings.spawn_timing_score, null)::double as spawn_timing_score,
    if(timings.enemy_spawn_interval > 0, timings.time_to_next_spawn >= 0.8 * timings.enemy_spawn_interval, null)::boolean as is_stagger,
    files.order_at::timestamptz as order_at,
from timings
inner join files on files.file_id = timings.file_id
left join players as killers on killers.file_id = timings.file_id and killers.guid = coalesce(timings.killer_guid, '')
left join players as victims on victims.file_id = timings.file_id and victims.guid = coalesce(timings.victim_guid, '')
