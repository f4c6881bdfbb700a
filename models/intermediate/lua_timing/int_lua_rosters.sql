-- One player in a roster of a round that Lua told, from the fullest roster of each side. `is_complete` says that both rosters are whole.
with

payloads as (

    select * from {{ ref('int_lua_payloads__placed') }}
    where lua_key is not null

),

rosters as (

    select * from {{ ref('base_lua_timing__rosters') }}
    where roster_state in ('whole', 'truncated')

),

players as (

    select * from {{ ref('stg_lua_timing__rosters') }}

),

chosen as (

    select
        payloads.lua_key,
        rosters.arrival_id,
        rosters.roster_side,
        rosters.roster_state,
    from payloads
    inner join rosters on rosters.arrival_id = payloads.arrival_id
    qualify row_number() over (
        partition by payloads.lua_key, rosters.roster_side
        order by rosters.roster_state = 'truncated', payloads.authority_rank
    ) = 1

),

complete as (

    select lua_key
    from chosen
    where roster_state = 'whole'
    group by all
    having count(*) = 2

)

select
    chosen.lua_key,
    players.roster_side,
    players.roster_state,
    players.guid,
    players.line_player_id,
    players.player_name,
    players.is_bot,
    complete.lua_key is not null as is_complete,
from chosen
inner join players
    on players.arrival_id = chosen.arrival_id
    and players.roster_side = chosen.roster_side
left join complete on complete.lua_key = chosen.lua_key
-- a side has a player once
qualify players.line_player_id is null or row_number() over (
    partition by chosen.lua_key, chosen.roster_side, players.line_player_id
    order by players.place
) = 1
