with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

engagements as (

    select * from {{ ref('int_proximity__engagements') }}
    where is_crossfire and not is_after_death

),

attackers as (

    select * from {{ ref('stg_proximity__attackers') }}
    where item_defect is null

),

players as (

    select * from {{ ref('int_proximity__players') }}

),

windows as (

    select
        engagements.file_id,
        engagements.line_number,
        engagements.crossfire_delay,
        engagements.death_cause is not null as has_died,
        attackers.guid,
        attackers.damage,
        attackers.has_killed,
    from engagements
    inner join attackers
        on attackers.file_id = engagements.file_id
        and attackers.line_number = engagements.line_number
    where list_contains(string_split(engagements.crossfire_participants, ','), attackers.guid)
        and attackers.side is distinct from engagements.target_side

),

pairs as (

    select
        ones.file_id,
        least(ones_are.player_id, others_are.player_id) as player_id,
        greatest(ones_are.player_id, others_are.player_id) as mate_player_id,
        count(*) as crossfire_count,
        count(*) filter (ones.has_died) as kill_count,
        count(*) filter (ones.has_killed or others.has_killed) as final_blow_count,
        sum(ones.damage + others.damage) as damage,
        sum(ones.crossfire_delay) as delay_sum_ms,
        min(ones_are.side) as side,
    from windows as ones
    inner join windows as others
        on others.file_id = ones.file_id
        and others.line_number = ones.line_number
    inner join players as ones_are on ones_are.file_id = ones.file_id and ones_are.guid = ones.guid
    inner join players as others_are on others_are.file_id = others.file_id and others_are.guid = others.guid
    where ones_are.player_id < others_are.player_id
    group by ones.file_id, 2, 3

),

opportunities as (

    select
        opportunities.file_id,
        least(ones_are.player_id, others_are.player_id) as player_id,
        greatest(ones_are.player_id, others_are.player_id) as mate_player_id,
        min(ones_are.side) as side,
        count(*) as opportunity_count,
        count(*) filter (was_executed) as executed_count,
        avg(angular_separation::decimal(12, 3)) as mean_angle_degrees,
    from {{ ref('stg_proximity__crossfire_opportunities') }} as opportunities
    inner join players as ones_are on ones_are.file_id = opportunities.file_id and ones_are.guid = opportunities.teammate1_guid
    inner join players as others_are on others_are.file_id = opportunities.file_id and others_are.guid = opportunities.teammate2_guid
    where opportunities.row_defect is null
        and ones_are.player_id is not null
        and others_are.player_id is not null
        and ones_are.player_id <> others_are.player_id
    group by opportunities.file_id, 2, 3

),

joined as (

    select
        coalesce(pairs.file_id, opportunities.file_id) as file_id,
        coalesce(pairs.player_id, opportunities.player_id) as player_id,
        coalesce(pairs.mate_player_id, opportunities.mate_player_id) as mate_player_id,
        coalesce(pairs.side, opportunities.side) as side,
        coalesce(pairs.crossfire_count, 0) as crossfire_count,
        coalesce(pairs.kill_count, 0) as kill_count,
        coalesce(pairs.final_blow_count, 0) as final_blow_count,
        coalesce(pairs.damage, 0) as damage,
        coalesce(pairs.delay_sum_ms, 0) as delay_sum_ms,
        opportunities.opportunity_count,
        opportunities.executed_count,
        opportunities.mean_angle_degrees,
    from pairs
    full outer join opportunities
        on opportunities.file_id = pairs.file_id
        and opportunities.player_id = pairs.player_id
        and opportunities.mate_player_id = pairs.mate_player_id

),

names as (

    select
        file_id,
        player_id,
        min(player_name) as player_name,
    from players
    where player_id is not null
    group by all

)

select
    {{ proximity_file_ids() }},
    joined.player_id::varchar as player_id,
    joined.mate_player_id::varchar as mate_player_id,
    ones.player_name::varchar as player_name,
    mates.player_name::varchar as mate_player_name,
    joined.side::tinyint as side,
    {{ side_name('joined.side') }}::varchar as side_name,
    joined.crossfire_count::integer as crossfire_count,
    joined.kill_count::integer as kill_count,
    joined.final_blow_count::integer as final_blow_count,
    joined.damage::integer as damage,
    joined.delay_sum_ms::bigint as delay_sum_ms,
    joined.opportunity_count::integer as opportunity_count,
    joined.executed_count::integer as executed_count,
    joined.mean_angle_degrees::double as mean_angle_degrees,
    files.order_at::timestamptz as order_at,
from joined
inner join files on files.file_id = joined.file_id
inner join names as ones on ones.file_id = joined.file_id and ones.player_id = joined.player_id
inner join names as mates on mates.file_id = joined.file_id and mates.player_id = joined.mate_player_id
