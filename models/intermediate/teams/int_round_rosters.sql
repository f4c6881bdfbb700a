-- One person in one round and the side he was on: by his own numbers, else by his line of the stats file, else by the roster that Lua sent
with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

player_rounds as (

    select * from {{ ref('int_player_rounds') }}
    where not is_bot

),

identities as (

    select * from {{ ref('int_player_identities') }}

),

with_numbers as (

    select distinct round_id
    from player_rounds

),

file_rosters as (

    select
        rounds.round_id,
        coalesce(identities.player_id, lines.line_player_id) as player_id,
        lines.player_name,
        if(lines.line_side in (1, 2), lines.line_side, null) as side,
        1 as source_rank,
    from rounds
    inner join {{ ref('stg_stats_files__players') }} as lines on lines.file_id = rounds.file_id
    left join identities on identities.line_player_id = lines.line_player_id
    where lines.line_defect is null and not lines.is_bot

),

lua_rosters as (

    select
        rounds.round_id,
        coalesce(identities.player_id, rosters.line_player_id) as player_id,
        rosters.player_name,
        rosters.roster_side as side,
        2 as source_rank,
    from rounds
    inner join {{ ref('int_lua_rosters') }} as rosters on rosters.lua_key = rounds.lua_key
    left join identities on identities.line_player_id = rosters.line_player_id
    where rosters.line_player_id is not null and not rosters.is_bot

),

others as (

    select * from file_rosters
    union all
    select * from lua_rosters

),

-- one source speaks for a round
others_of_best_source as (

    select others.*
    from others
    left join with_numbers on with_numbers.round_id = others.round_id
    where with_numbers.round_id is null
    qualify others.source_rank = min(others.source_rank) over (partition by others.round_id)

)

select
    round_id,
    player_id,
    player_name,
    side,
from player_rounds

union all

select
    round_id,
    player_id,
    max(player_name) as player_name,
    max(side)::tinyint as side,
from others_of_best_source
group by round_id, player_id
