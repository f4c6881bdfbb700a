-- One attached arrival that says more about a round than its stats file does. Further sources add their rows here.
{{ config(materialized='view') }}

select
    round_id,
    'endstats_file' as source,
from {{ ref('int_endstats__attached') }}
where round_id is not null

union all

select
    round_id,
    'stats_ready' as source,
from {{ ref('int_rounds') }}
where lua_key is not null and has_file
