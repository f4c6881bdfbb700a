-- One engagement with what its rows leave open: whether it is a hit on somebody who already lay dead, and whether it is a fight at all
with

engagements as (

    select * from {{ ref('stg_proximity__engagements') }}
    where row_defect is null

),

attackers as (

    select
        file_id,
        line_number,
        count(*) as listed_attacker_count,
        count(*) filter (item_defect is not null) as defect_attacker_count,
        sum(damage) as listed_damage,
        count(*) filter (has_killed) as killer_count,
        count(distinct guid) filter (side is distinct from target_side) as enemy_count,
        max(first_hit_time) - min(first_hit_time) as first_hit_spread_ms,
    from (
        select attackers.*, engagements.target_side
        from {{ ref('stg_proximity__attackers') }} as attackers
        inner join engagements on engagements.file_id = attackers.file_id and engagements.line_number = attackers.line_number
    )
    group by all

),

deaths as (

    select
        file_id,
        line_number,
        victim_guid as guid,
        time_ms,
        death_cause,
    from {{ ref('int_proximity__deaths') }}

),

-- a life begins with a spawn, or with a revive where the tracker writes those
beginnings as (

    select file_id, coalesce(guid, '') as guid, spawn_time as time_ms
    from {{ ref('stg_proximity__lives') }} where row_defect is null

    union all

    select file_id, coalesce(revived_guid, '') as guid, time_ms
    from {{ ref('stg_proximity__revives') }} where row_defect is null

),

after_deaths as (

    select
        engagements.file_id,
        engagements.line_number,
        deaths.time_ms as last_death_time,
    from engagements
    asof join deaths
        on deaths.file_id = engagements.file_id
        and deaths.guid = coalesce(engagements.target_guid, '')
        and deaths.time_ms < engagements.start_time

),

after_beginnings as (

    select
        engagements.file_id,
        engagements.line_number,
        beginnings.time_ms as last_beginning_time,
    from engagements
    asof join beginnings
        on beginnings.file_id = engagements.file_id
        and beginnings.guid = coalesce(engagements.target_guid, '')
        and beginnings.time_ms <= engagements.start_time

)

select
    engagements.*,
    coalesce(attackers.listed_attacker_count, 0)::integer as listed_attacker_count,
    coalesce(attackers.defect_attacker_count, 0)::integer as defect_attacker_count,
    coalesce(attackers.listed_damage, 0)::integer as listed_damage,
    coalesce(attackers.killer_count, 0)::integer as killer_count,
    coalesce(attackers.enemy_count, 0)::integer as enemy_count,
    attackers.first_hit_spread_ms,
    deaths.death_cause,
    -- who dies in it was not dead: somebody had revived him
    deaths.death_cause is null
        and coalesce(after_deaths.last_death_time >= coalesce(after_beginnings.last_beginning_time, after_deaths.last_death_time), false)
        as is_after_death,
    regexp_extract(engagements.positions, ',([a-z_]+)$', 1) as last_event,
from engagements
left join attackers on attackers.file_id = engagements.file_id and attackers.line_number = engagements.line_number
left join deaths on deaths.file_id = engagements.file_id and deaths.line_number = engagements.line_number
left join after_deaths on after_deaths.file_id = engagements.file_id and after_deaths.line_number = engagements.line_number
left join after_beginnings on after_beginnings.file_id = engagements.file_id and after_beginnings.line_number = engagements.line_number
