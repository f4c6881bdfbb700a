-- One data row of a proximity file in a section that is known, read or with the reason why not
{{ config(materialized='table') }}

with

rows as (

    select file_id, 'ENGAGEMENTS' as section, line_number, row_defect from {{ ref('stg_proximity__engagements') }}

    union all

    select file_id, 'PLAYER_TRACKS' as section, line_number, row_defect from {{ ref('stg_proximity__lives') }}

    union all

    select file_id, 'KILL_HEATMAP' as section, line_number, row_defect from {{ ref('stg_proximity__kill_cells') }}

    union all

    select file_id, 'MOVEMENT_HEATMAP' as section, line_number, row_defect from {{ ref('stg_proximity__movement_cells') }}

    union all

    select file_id, 'OBJECTIVE_FOCUS' as section, line_number, row_defect from {{ ref('stg_proximity__objective_focus') }}

    union all

    select file_id, 'REACTION_METRICS' as section, line_number, row_defect from {{ ref('stg_proximity__reactions') }}

    union all

    select file_id, 'SPAWN_TIMING' as section, line_number, row_defect from {{ ref('stg_proximity__spawn_timings') }}

    union all

    select file_id, 'TEAM_COHESION' as section, line_number, row_defect from {{ ref('stg_proximity__cohesion') }}

    union all

    select file_id, 'CROSSFIRE_OPPORTUNITIES' as section, line_number, row_defect from {{ ref('stg_proximity__crossfire_opportunities') }}

    union all

    select file_id, 'FOCUS_FIRE' as section, line_number, row_defect from {{ ref('stg_proximity__focus_fire') }}

    union all

    select file_id, 'TEAM_PUSHES' as section, line_number, row_defect from {{ ref('stg_proximity__pushes') }}

    union all

    select file_id, 'TRADE_KILLS' as section, line_number, row_defect from {{ ref('stg_proximity__trade_kills') }}

    union all

    select file_id, 'REVIVES' as section, line_number, row_defect from {{ ref('stg_proximity__revives') }}

    union all

    select file_id, 'WEAPON_ACCURACY' as section, line_number, row_defect from {{ ref('stg_proximity__weapon_accuracy') }}

    union all

    select file_id, 'KILL_OUTCOME' as section, line_number, row_defect from {{ ref('stg_proximity__kill_outcomes') }}

    union all

    select file_id, 'HIT_REGIONS' as section, line_number, row_defect from {{ ref('stg_proximity__hit_regions') }}

    union all

    select file_id, 'COMBAT_POSITIONS' as section, line_number, row_defect from {{ ref('stg_proximity__combat_positions') }}

    union all

    select file_id, 'SHOT_FIRED' as section, line_number, row_defect from {{ ref('stg_proximity__shots') }}

    union all

    select file_id, 'AIM_LOCK' as section, line_number, row_defect from {{ ref('stg_proximity__aim_locks') }}

    union all

    select file_id, 'SPAWN_SELECT' as section, line_number, row_defect from {{ ref('stg_proximity__spawn_selections') }}

    union all

    select file_id, 'SKILL_SNAPSHOT' as section, line_number, row_defect from {{ ref('stg_proximity__skills') }}

    union all

    select file_id, 'COMM_EVENTS' as section, line_number, row_defect from {{ ref('stg_proximity__communications') }}

    union all

    select file_id, 'CARRIER_EVENTS' as section, line_number, row_defect from {{ ref('stg_proximity__carriers') }}

    union all

    select file_id, 'CARRIER_KILLS' as section, line_number, row_defect from {{ ref('stg_proximity__carrier_kills') }}

    union all

    select file_id, 'CARRIER_RETURNS' as section, line_number, row_defect from {{ ref('stg_proximity__carrier_returns') }}

    union all

    select file_id, 'VEHICLE_PROGRESS' as section, line_number, row_defect from {{ ref('stg_proximity__vehicles') }}

    union all

    select file_id, 'ESCORT_CREDIT' as section, line_number, row_defect from {{ ref('stg_proximity__escorts') }}

    union all

    select file_id, 'CONSTRUCTION_EVENTS' as section, line_number, row_defect from {{ ref('stg_proximity__constructions') }}

    union all

    select file_id, 'OBJECTIVE_RUNS' as section, line_number, row_defect from {{ ref('stg_proximity__objective_runs') }}

)

select * from rows
