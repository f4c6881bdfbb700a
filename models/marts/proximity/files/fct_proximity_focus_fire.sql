with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

engagements as (

    select * from {{ ref('int_proximity__engagements') }}
    where enemy_count >= 2 and not is_after_death

),

stated as (

    select
        file_id,
        engagement_id,
        min(focus_score) as focus_score,
    from {{ ref('stg_proximity__focus_fire') }}
    where row_defect is null
    group by all

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    engagements.engagement_id::integer as engagement_id,
    engagements.line_number::integer as line_number,
    players.player_id::varchar as target_player_id,
    engagements.target_name::varchar as target_name,
    engagements.target_side::tinyint as target_side,
    {{ side_name('engagements.target_side') }}::varchar as target_side_name,
    engagements.outcome::varchar as outcome,
    {{ round_seconds('engagements.start_time') }} as started_at_round_seconds,
    engagements.enemy_count::integer as attacker_count,
    engagements.total_damage::integer as total_damage,
    engagements.first_hit_spread_ms::integer as first_hit_spread_ms,
    {{ focus_score('engagements.first_hit_spread_ms', 'engagements.total_damage', 'engagements.end_time - engagements.start_time') }}::double as focus_score,
    -- the first trackers that wrote it always wrote 0
    nullif(stated.focus_score, 0)::double as stated_focus_score,
    (engagements.death_cause is not null)::boolean as has_died,
    files.order_at::timestamptz as order_at,
from engagements
inner join files on files.file_id = engagements.file_id
left join stated on stated.file_id = engagements.file_id and stated.engagement_id = engagements.engagement_id
left join players on players.file_id = engagements.file_id and players.guid = coalesce(engagements.target_guid, '')
