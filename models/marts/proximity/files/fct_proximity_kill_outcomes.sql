with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

outcomes as (

    select * from {{ ref('stg_proximity__kill_outcomes') }}
    where row_defect is null

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    outcomes.line_number::integer as line_number,
    victims.player_id::varchar as victim_player_id,
    killers.player_id::varchar as killer_player_id,
    gibbers.player_id::varchar as gibber_player_id,
    revivers.player_id::varchar as reviver_player_id,
    outcomes.victim_name::varchar as victim_name,
    outcomes.killer_name::varchar as killer_name,
    outcomes.gibber_name::varchar as gibber_name,
    outcomes.reviver_name::varchar as reviver_name,
    outcomes.outcome::varchar as outcome,
    outcomes.kill_mod::integer as means_of_death,
    {{ round_seconds('outcomes.kill_time') }} as killed_at_round_seconds,
    outcomes.delta_ms::integer as lying_ms,
    outcomes.effective_denied_ms::integer as denied_ms,
    (outcomes.outcome <> 'revived')::boolean as is_permanent,
    files.order_at::timestamptz as order_at,
from outcomes
inner join files on files.file_id = outcomes.file_id
left join players as victims on victims.file_id = outcomes.file_id and victims.guid = coalesce(outcomes.victim_guid, '')
left join players as killers on killers.file_id = outcomes.file_id and killers.guid = coalesce(outcomes.killer_guid, '')
left join players as gibbers on gibbers.file_id = outcomes.file_id and gibbers.guid = outcomes.gibber_guid
left join players as revivers on revivers.file_id = outcomes.file_id and revivers.guid = outcomes.reviver_guid
