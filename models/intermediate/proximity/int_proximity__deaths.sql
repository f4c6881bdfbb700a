-- One death: an engagement that ended with it, and who caused it. Every death has exactly one such row, falls and suicides as well
-- (docs/formats/proximity-files.md §5.1)
with

engagements as (

    select * from {{ ref('stg_proximity__engagements') }}
    where row_defect is null
        and outcome in ('killed', 'teamkill', 'selfkill', 'fallen', 'world')

),

killers as (

    select
        file_id,
        line_number,
        min(side) as killer_side,
    from {{ ref('stg_proximity__attackers') }}
    where item_defect is null and has_killed
    group by all

),

players as (

    select * from {{ ref('int_proximity__players') }}

),

described as (

    select
        engagements.file_id,
        engagements.line_number,
        engagements.engagement_id,
        engagements.end_time as time_ms,
        coalesce(engagements.target_guid, '') as victim_guid,
        engagements.target_name as victim_name,
        coalesce(engagements.target_side, victims.side) as victim_side,
        engagements.killer_guid,
        engagements.killer_name,
        coalesce(killers.killer_side, murderers.side) as killer_side,
        engagements.end_x as x,
        engagements.end_y as y,
        engagements.outcome,
    from engagements
    left join killers on killers.file_id = engagements.file_id and killers.line_number = engagements.line_number
    left join players as victims on victims.file_id = engagements.file_id and victims.guid = coalesce(engagements.target_guid, '')
    left join players as murderers on murderers.file_id = engagements.file_id and murderers.guid = engagements.killer_guid

)

select
    *,
    case
        when killer_guid is null then 'world'
        when killer_guid = victim_guid then 'suicide'
        when killer_side = victim_side then 'team_kill'
        else 'enemy'
    end as death_cause,
from described
where time_ms is not null
