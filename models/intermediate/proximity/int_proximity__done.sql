-- One proximity file whose rows stand in every mart of files, and the key under which they do. Written last of all:
-- a run that was killed leaves its files undone, and the next one exchanges their rows once more.
-- depends_on: {{ ref('fct_proximity_files') }}
-- depends_on: {{ ref('fct_proximity_sections') }}
-- depends_on: {{ ref('fct_proximity_row_defects') }}
-- depends_on: {{ ref('fct_proximity_checks') }}
-- depends_on: {{ ref('fct_proximity_players') }}
-- depends_on: {{ ref('fct_proximity_engagements') }}
-- depends_on: {{ ref('fct_proximity_engagement_players') }}
-- depends_on: {{ ref('fct_proximity_lives') }}
-- depends_on: {{ ref('fct_proximity_trades') }}
-- depends_on: {{ ref('fct_proximity_support') }}
-- depends_on: {{ ref('fct_proximity_crossfire_pairs') }}
-- depends_on: {{ ref('fct_proximity_focus_fire') }}
-- depends_on: {{ ref('fct_proximity_reactions') }}
-- depends_on: {{ ref('fct_proximity_spawn_timings') }}
-- depends_on: {{ ref('fct_proximity_cohesion') }}
-- depends_on: {{ ref('fct_proximity_pushes') }}
-- depends_on: {{ ref('fct_proximity_kill_outcomes') }}
-- depends_on: {{ ref('fct_proximity_objective_focus') }}
-- depends_on: {{ ref('fct_proximity_cells') }}
-- depends_on: {{ ref('fct_proximity_timeline') }}
-- depends_on: {{ ref('fct_proximity_player_rounds') }}
{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook="{{ forget_files_in_scope() }}",
) }}

select
    file_id,
    proximity_key,
from {{ ref('int_proximity__scope') }}
