-- One player in a roster of a round that Lua told, from the fullest roster of each side
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
    from payloads
    inner join rosters on rosters.arrival_id = payloads.arrival_id
    qualify row_number() over (
        partition by payloads.lua_key, rosters.roster_side
        order by rosters.roster_state = 'truncated', payloads.authority_rank
    ) = 1

)

select
    chosen.lua_key,
    players.roster_side,
    players.roster_state,
    players.guid,
    players.line_player_id,
    players.player_name,
    players.is_bot,
from chosen
inner join players
    on players.arrival_id = chosen.arrival_id
    and players.roster_side = chosen.roster_side
