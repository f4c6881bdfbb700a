-- One thing that happened in a round, for its timeline: kills, trades, pushes, revives, objectives
with

deaths as (

    select * from {{ ref('int_proximity__deaths') }}

),

trades as (

    select
        opportunities.file_id,
        deaths.time_ms + opportunities.success_ms as time_ms,
        opportunities.mate_guid,
        deaths.victim_guid,
        deaths.victim_side,
        opportunities.success_ms,
        deaths.x,
        deaths.y,
    from {{ ref('int_proximity__trade_opportunities') }} as opportunities
    inner join deaths on deaths.file_id = opportunities.file_id and deaths.line_number = opportunities.line_number
    where opportunities.is_success

),

events as (

    select
        file_id, time_ms, null::integer as end_ms, 'kill' as event_kind, killer_side as side, killer_guid as guid, victim_guid as other_guid,
        null as detail, x, y,
    from deaths where death_cause = 'enemy'

    union all

    select
        file_id, time_ms, null, case death_cause when 'team_kill' then 'team_kill' else 'death' end, victim_side, victim_guid,
        if(death_cause = 'team_kill', killer_guid, null), death_cause, x, y,
    from deaths where death_cause <> 'enemy'

    union all

    select file_id, time_ms, null, 'trade', victim_side, mate_guid, victim_guid, 'after ' || success_ms || ' ms', x, y
    from trades

    union all

    select
        file_id, start_time, end_time, 'push', side, null, null,
        participant_count || ' players' || coalesce(' toward ' || nullif(nullif(toward_objective, 'N/A'), 'NO'), ''), null, null,
    from {{ ref('stg_proximity__pushes') }} where row_defect is null

    union all

    select file_id, time_ms, null, 'revive', null, medic_guid, revived_guid, if(under_fire, 'under fire', null), x, y
    from {{ ref('stg_proximity__revives') }} where row_defect is null

    union all

    select file_id, event_time, null, event_type, side, player_guid, null, track_name, player_x, player_y
    from {{ ref('stg_proximity__constructions') }} where row_defect is null

    union all

    select file_id, pickup_time, drop_time, 'carry', carrier_side, carrier_guid, killer_guid, outcome, pickup_x, pickup_y
    from {{ ref('stg_proximity__carriers') }} where row_defect is null

    union all

    select file_id, return_time, null, 'return', returner_side, returner_guid, original_carrier_guid, flag_team, drop_x, drop_y
    from {{ ref('stg_proximity__carrier_returns') }} where row_defect is null

)

select
    *,
    row_number() over (
        partition by file_id
        order by time_ms, event_kind, side, guid, other_guid, end_ms, detail, x, y
    ) as event_number,
from events
where time_ms is not null
