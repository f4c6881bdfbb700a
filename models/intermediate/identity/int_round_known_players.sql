-- One player whom a source saw in a round: the lines of its stats file, else the rosters that Lua sent, if both are whole
with

rounds as (

    select * from {{ ref('int_rounds') }}

),

from_lines as (

    select
        rounds.round_id,
        lines.line_player_id,
    from rounds
    inner join {{ ref('stg_stats_files__players') }} as lines on lines.file_id = rounds.file_id
    where lines.line_defect is null

),

from_lua as (

    select distinct
        rounds.round_id,
        rosters.line_player_id,
    from rounds
    inner join {{ ref('int_lua_rosters') }} as rosters on rosters.lua_key = rounds.lua_key
    where rosters.line_player_id is not null and rosters.is_complete

)

select * from from_lines
union all
select from_lua.*
from from_lua
anti join from_lines on from_lines.round_id = from_lua.round_id
