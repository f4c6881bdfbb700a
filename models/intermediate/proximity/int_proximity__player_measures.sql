-- One client of a proximity file and one source of his numbers; a number that the source does not know is absent.
-- Whoever adds a measure adds it here and in fct_proximity_player_rounds.
with

files as (

    select * from {{ ref('int_proximity__files') }}

),

lives as (

    select
        lives.*,
        files.has_wall_clock,
        files.sprint_unavailable_reason,
    from {{ ref('int_proximity__lives') }} as lives
    inner join files on files.file_id = lives.file_id
    where not lives.is_repeated

),

fights as (

    select * from {{ ref('int_proximity__engagements') }}
    where enemy_count > 0 and not is_after_death

),

attackers as (

    select
        attackers.file_id,
        attackers.line_number,
        coalesce(attackers.guid, '') as guid,
        fights.is_crossfire and list_contains(string_split(fights.crossfire_participants, ','), attackers.guid) as is_in_crossfire,
        fights.death_cause is not null as has_died,
    from {{ ref('stg_proximity__attackers') }} as attackers
    inner join fights on fights.file_id = attackers.file_id and fights.line_number = attackers.line_number
    where attackers.item_defect is null and attackers.side is distinct from fights.target_side

),

deaths as (

    select * from {{ ref('int_proximity__deaths') }}

),

mates as (

    select * from {{ ref('int_proximity__trade_opportunities') }}

),

trades as (

    select
        deaths.file_id,
        deaths.victim_guid,
        deaths.line_number,
        coalesce(bool_or(mates.is_success), false) as is_traded,
        coalesce(bool_or(mates.is_opportunity), false) as has_opportunity,
        min(mates.distance_units) as nearest_mate_units,
    from deaths
    left join mates on mates.file_id = deaths.file_id and mates.line_number = deaths.line_number
    where deaths.death_cause = 'enemy' and deaths.victim_side is not null
    group by all

),

outcomes as (

    select * from {{ ref('stg_proximity__kill_outcomes') }}
    where row_defect is null

),

of_lives as (

    select
        file_id,
        guid,
        count(*) as life_count,
        sum(death_time - spawn_time) as life_ms,
        sum(known_ms) as sampled_ms,
        sum(distance_units) as distance_units,
        sum(speed_sum) as speed_sum,
        sum(moving_sample_count) as moving_sample_count,
        max(peak_speed) as peak_speed,
        sum(if(sprint_unavailable_reason is null, sprint_sample_count, null)) as sprint_sample_count,
        sum(sample_count) as sample_count,
        sum(standing_ms) as standing_ms,
        sum(crouching_ms) as crouching_ms,
        count(*) filter (first_move_time is not null and spawn_time >= if(has_wall_clock, 1000, 0)) as first_move_count,
        sum(first_move_time - spawn_time) filter (spawn_time >= if(has_wall_clock, 1000, 0)) as first_move_ms,
    from lives
    group by all

),

of_fights as (

    select
        file_id,
        coalesce(target_guid, '') as guid,
        count(*) as targeted_count,
        count(*) filter (outcome = 'escaped') as escape_count,
        count(*) filter (enemy_count >= 2) as focused_count,
        count(*) filter (enemy_count >= 2 and outcome = 'escaped') as focused_escape_count,
        sum(total_damage) as damage_taken,
    from fights
    group by all

),

of_attackers as (

    select
        file_id,
        guid,
        count(*) as attack_count,
        count(*) filter (is_in_crossfire) as crossfire_count,
        count(*) filter (is_in_crossfire and has_died) as crossfire_kill_count,
    from attackers
    group by all

),

of_kills as (

    select
        file_id,
        killer_guid as guid,
        count(*) as kill_count,
    from deaths
    where death_cause = 'enemy'
    group by all

),

of_deaths as (

    select
        file_id,
        victim_guid as guid,
        count(*) as death_count,
    from deaths
    group by all

),

of_trades as (

    select
        file_id,
        victim_guid as guid,
        count(*) as tradeable_death_count,
        count(*) filter (is_traded) as traded_death_count,
        count(*) filter (not has_opportunity and (nearest_mate_units is null or nearest_mate_units > 1200)) as isolated_death_count,
    from trades
    group by all

),

of_mates as (

    select
        file_id,
        coalesce(mate_guid, '') as guid,
        count(*) filter (is_opportunity) as trade_opportunity_count,
        count(*) filter (is_attempt) as trade_attempt_count,
        count(*) filter (is_success) as trade_success_count,
        count(*) filter (is_opportunity and is_success) as trade_opportunity_success_count,
    from mates
    group by all

),

of_support as (

    select
        file_id,
        guid,
        frame_count as support_frame_count,
        supported_frame_count,
    from {{ ref('int_proximity__support') }}

),

of_timings as (

    select
        file_id,
        coalesce(killer_guid, '') as guid,
        count(*) as timed_kill_count,
        sum(spawn_timing_score::decimal(9, 3)) as spawn_timing_score_sum,
        sum(time_to_next_spawn) as wait_ms,
    from {{ ref('stg_proximity__spawn_timings') }}
    where row_defect is null and enemy_spawn_interval > 0
    group by all

),

of_reactions as (

    select
        reactions.file_id,
        coalesce(reactions.target_guid, '') as guid,
        count(reactions.return_fire_ms) as return_fire_count,
        sum(reactions.return_fire_ms) as return_fire_ms,
        count(reactions.dodge_reaction_ms) as dodge_count,
        sum(reactions.dodge_reaction_ms) as dodge_ms,
        count(reactions.support_reaction_ms) as helped_count,
        sum(reactions.support_reaction_ms) as helped_ms,
    from {{ ref('stg_proximity__reactions') }} as reactions
    inner join fights
        on fights.file_id = reactions.file_id
        and fights.engagement_id = reactions.engagement_id
    where reactions.row_defect is null
    group by all

),

of_outcomes as (

    select
        file_id,
        coalesce(killer_guid, '') as guid,
        count(*) as outcome_count,
        count(*) filter (outcome <> 'revived') as permanent_kill_count,
        sum(effective_denied_ms) as denied_ms,
    from outcomes
    group by all

),

of_revivers as (

    select
        file_id,
        reviver_guid as guid,
        count(*) as revive_count,
    from outcomes
    where reviver_guid is not null
    group by all

),

measures as (

    select * from of_lives
    union all by name
    select * from of_fights
    union all by name
    select * from of_attackers
    union all by name
    select * from of_kills
    union all by name
    select * from of_deaths
    union all by name
    select * from of_trades
    union all by name
    select * from of_mates
    union all by name
    select * from of_support
    union all by name
    select * from of_timings
    union all by name
    select * from of_reactions
    union all by name
    select * from of_outcomes
    union all by name
    select * from of_revivers

)

select * from measures
