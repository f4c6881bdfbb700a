with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

reactions as (

    select * from {{ ref('stg_proximity__reactions') }}
    where row_defect is null

),

engagements as (

    select
        file_id,
        engagement_id,
        bool_or(is_after_death) as is_after_death,
    from {{ ref('int_proximity__engagements') }}
    group by all

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    reactions.engagement_id::integer as engagement_id,
    reactions.line_number::integer as line_number,
    players.player_id::varchar as target_player_id,
    reactions.target_name::varchar as target_name,
    reactions.target_side::tinyint as target_side,
    {{ side_name('reactions.target_side') }}::varchar as target_side_name,
    reactions.target_class::varchar as target_class,
    reactions.outcome::varchar as outcome,
    {{ round_seconds('reactions.start_time') }} as started_at_round_seconds,
    reactions.return_fire_ms::integer as return_fire_ms,
    reactions.dodge_reaction_ms::integer as dodge_ms,
    reactions.support_reaction_ms::integer as support_ms,
    coalesce(engagements.is_after_death, false)::boolean as is_after_death,
    files.order_at::timestamptz as order_at,
from reactions
inner join files on files.file_id = reactions.file_id
left join engagements on engagements.file_id = reactions.file_id and engagements.engagement_id = reactions.engagement_id
left join players on players.file_id = reactions.file_id and players.guid = coalesce(reactions.target_guid, '')
