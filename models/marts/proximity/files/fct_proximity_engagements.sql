with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

engagements as (

    select * from {{ ref('int_proximity__engagements') }}

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    ---------- ids
    {{ proximity_file_ids() }},
    engagements.engagement_id::integer as engagement_id,
    engagements.line_number::integer as line_number,
    targets.player_id::varchar as target_player_id,
    killers.player_id::varchar as killer_player_id,

    ---------- text
    engagements.target_name::varchar as target_name,
    engagements.killer_name::varchar as killer_name,
    {{ side_name('engagements.target_side') }}::varchar as target_side_name,
    engagements.outcome::varchar as outcome,
    engagements.death_cause::varchar as death_cause,

    ---------- numbers
    engagements.target_side::tinyint as target_side,
    engagements.start_time::integer as start_time_ms,
    engagements.end_time::integer as end_time_ms,
    {{ round_seconds('engagements.start_time') }} as started_at_round_seconds,
    {{ round_seconds('engagements.end_time') }} as ended_at_round_seconds,
    ((engagements.end_time - engagements.start_time) / 1000.0)::double as duration_seconds,
    engagements.total_damage::integer as total_damage,
    engagements.attacker_count::integer as attacker_count,
    engagements.enemy_count::integer as enemy_count,
    engagements.crossfire_delay::integer as crossfire_delay_ms,
    engagements.distance_traveled::double as distance_units,
    engagements.start_x::double as start_x,
    engagements.start_y::double as start_y,
    engagements.end_x::double as end_x,
    engagements.end_y::double as end_y,

    ---------- booleans
    engagements.is_crossfire::boolean as is_crossfire,
    engagements.is_after_death::boolean as is_after_death,
    -- somebody alive was hit by an enemy: what rates of escapes and kills are made of
    (engagements.enemy_count > 0 and not engagements.is_after_death)::boolean as is_fight,

    ---------- times
    files.order_at::timestamptz as order_at,
from engagements
inner join files on files.file_id = engagements.file_id
left join players as targets on targets.file_id = engagements.file_id and targets.guid = coalesce(engagements.target_guid, '')
left join players as killers on killers.file_id = engagements.file_id and killers.guid = engagements.killer_guid
