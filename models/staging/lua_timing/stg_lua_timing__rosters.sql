-- One player in a roster of a round payload. A player without a GUID has no id and is left to be counted.
with

rosters as (

    select * from {{ ref('base_lua_timing__rosters') }}

),

players as (

    select
        arrival_id,
        roster_side,
        roster_state,
        unnest(generate_series(1, len(players))) as place,
        unnest(players) as player,
    from rosters

),

read as (

    select
        arrival_id,
        roster_side,
        roster_state,
        place,
        upper(left(coalesce(json_extract_string(player, '$.guid'), ''), 32)) as guid,
        {{ clean_name("coalesce(json_extract_string(player, '$.name'), '')") }} as player_name,
    from players
    where json_type(player) = 'OBJECT'

)

select
    arrival_id,
    roster_side,
    roster_state,
    place::integer as place,
    guid,
    {{ roster_player_id('guid', 'player_name') }} as line_player_id,
    player_name,
    {{ is_bot_of('guid', 'player_name') }} as is_bot,
from read
