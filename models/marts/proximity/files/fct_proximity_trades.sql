with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

deaths as (

    select * from {{ ref('int_proximity__deaths') }}
    where death_cause = 'enemy' and victim_side is not null

),

mates as (

    select
        file_id,
        line_number,
        count(*) filter (is_opportunity) as opportunity_count,
        count(*) filter (is_attempt) as attempt_count,
        count(*) filter (is_success) as success_count,
        min(distance_units) as nearest_mate_units,
        arg_min(mate_guid, {'ms': success_ms, 'guid': mate_guid}) filter (is_success) as trader_guid,
        min(success_ms) as success_ms,
    from {{ ref('int_proximity__trade_opportunities') }}
    group by all

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    ---------- ids
    {{ proximity_file_ids() }},
    deaths.engagement_id::integer as engagement_id,
    deaths.line_number::integer as line_number,
    victims.player_id::varchar as victim_player_id,
    killers.player_id::varchar as killer_player_id,
    traders.player_id::varchar as trader_player_id,

    ---------- text
    deaths.victim_name::varchar as victim_name,
    deaths.killer_name::varchar as killer_name,
    traders.player_name::varchar as trader_name,
    {{ side_name('deaths.victim_side') }}::varchar as victim_side_name,
    case
        when coalesce(mates.success_count, 0) > 0 then 'traded'
        when coalesce(mates.attempt_count, 0) > 0 then 'attempted'
        when coalesce(mates.opportunity_count, 0) > 0 then 'missed'
        when mates.nearest_mate_units is null or mates.nearest_mate_units > 1200 then 'isolated'
        else 'out_of_reach'
    end::varchar as trade_result,

    ---------- numbers
    deaths.victim_side::tinyint as victim_side,
    deaths.time_ms::integer as time_ms,
    {{ round_seconds('deaths.time_ms') }} as at_round_seconds,
    coalesce(mates.opportunity_count, 0)::integer as opportunity_count,
    coalesce(mates.attempt_count, 0)::integer as attempt_count,
    coalesce(mates.success_count, 0)::integer as success_count,
    mates.success_ms::integer as success_ms,
    mates.nearest_mate_units::double as nearest_mate_units,
    deaths.x::double as x,
    deaths.y::double as y,

    ---------- booleans
    (
        coalesce(mates.opportunity_count, 0) = 0 and (mates.nearest_mate_units is null or mates.nearest_mate_units > 1200)
    )::boolean as is_isolated,

    ---------- times
    files.order_at::timestamptz as order_at,
from deaths
inner join files on files.file_id = deaths.file_id
left join mates on mates.file_id = deaths.file_id and mates.line_number = deaths.line_number
left join players as victims on victims.file_id = deaths.file_id and victims.guid = deaths.victim_guid
left join players as killers on killers.file_id = deaths.file_id and killers.guid = deaths.killer_guid
left join players as traders on traders.file_id = deaths.file_id and traders.guid = mates.trader_guid
