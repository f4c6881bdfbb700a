-- One teammate of a victim who could, tried to or did avenge him (docs/contracts/proximity.md §4): he was alive within 800 units,
-- or hit the killer within three seconds, or killed him within three seconds
with

deaths as (

    select * from {{ ref('int_proximity__deaths') }}
    where death_cause = 'enemy' and victim_side is not null

),

lives as (

    select * from {{ ref('int_proximity__lives') }}
    where side is not null and not is_repeated

),

samples as (

    select file_id, line_number, item_number, time_ms, x, y from {{ ref('int_proximity__samples') }}

),

attackers as (

    select * from {{ ref('stg_proximity__attackers') }}
    where item_defect is null

),

engagements as (

    select file_id, line_number, target_guid, end_time from {{ ref('int_proximity__engagements') }}

),

mates_alive as (

    select
        deaths.file_id,
        deaths.line_number,
        deaths.time_ms,
        deaths.x,
        deaths.y,
        lives.line_number as life_line,
        lives.guid as mate_guid,
    from deaths
    inner join lives
        on lives.file_id = deaths.file_id
        and lives.side = deaths.victim_side
    where lives.guid <> deaths.victim_guid
        and deaths.time_ms between lives.spawn_time and coalesce(lives.death_time, deaths.time_ms)

),

-- where the mate was, at the sample nearest to the death and at most 1.5 s from it
mates_near as (

    select
        mates_alive.file_id,
        mates_alive.line_number,
        mates_alive.mate_guid,
        arg_min(
            {{ flat_distance('samples.x', 'samples.y', 'mates_alive.x', 'mates_alive.y') }},
            {'gap': abs(samples.time_ms - mates_alive.time_ms), 'item': samples.item_number}
        ) as distance_units,
    from mates_alive
    inner join samples
        on samples.file_id = mates_alive.file_id
        and samples.line_number = mates_alive.life_line
    where abs(samples.time_ms - mates_alive.time_ms) <= 1500
    group by all

),

nearest as (

    select
        file_id,
        line_number,
        mate_guid,
        min(distance_units) as distance_units,
    from mates_near
    group by all

),

-- hits on the killer by a teammate of the victim that begin within the window
answers as (

    select
        deaths.file_id,
        deaths.line_number,
        attackers.guid as mate_guid,
        min(attackers.first_hit_time - deaths.time_ms) filter (
            attackers.first_hit_time between deaths.time_ms and deaths.time_ms + 3000
        ) as attempt_ms,
        min(engagements.end_time - deaths.time_ms) filter (
            attackers.has_killed and engagements.end_time between deaths.time_ms and deaths.time_ms + 3000
        ) as success_ms,
    from deaths
    inner join engagements
        on engagements.file_id = deaths.file_id
        and engagements.target_guid = deaths.killer_guid
    inner join attackers
        on attackers.file_id = engagements.file_id
        and attackers.line_number = engagements.line_number
        and attackers.side = deaths.victim_side
    where attackers.guid <> deaths.victim_guid
        and engagements.end_time >= deaths.time_ms
        and attackers.first_hit_time <= deaths.time_ms + 3000
    group by all

)

select
    coalesce(nearest.file_id, answers.file_id) as file_id,
    coalesce(nearest.line_number, answers.line_number) as line_number,
    coalesce(nearest.mate_guid, answers.mate_guid) as mate_guid,
    nearest.distance_units,
    coalesce(nearest.distance_units <= 800, false) as is_opportunity,
    answers.attempt_ms,
    answers.success_ms,
    answers.attempt_ms is not null as is_attempt,
    answers.success_ms is not null as is_success,
from nearest
full outer join answers
    on answers.file_id = nearest.file_id
    and answers.line_number = nearest.line_number
    and answers.mate_guid = nearest.mate_guid
