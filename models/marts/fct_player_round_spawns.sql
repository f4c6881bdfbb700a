{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ ref('int_rounds') }}

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

spawns as (

    select * from {{ ref('stg_lua_timing__spawns') }}

),

identities as (

    select * from {{ ref('int_player_identities') }}

),

rosters as (

    select * from {{ ref('int_round_rosters') }}

),

people as (

    select
        rounds.round_id,
        rounds.server,
        rounds.map_name,
        rounds.round_number,
        rounds.order_at,
        rounds.played_on,
        spawns.*,
        coalesce(identities.player_id, spawns.line_player_id) as player_id,
    from rounds
    inner join lua_observations on lua_observations.lua_key = rounds.lua_key
    inner join spawns on spawns.arrival_id = lua_observations.spawns_arrival_id
    left join identities on identities.line_player_id = spawns.line_player_id
    -- of two merged players the fuller entry
    qualify row_number() over (
        partition by rounds.round_id, coalesce(identities.player_id, spawns.line_player_id)
        order by spawns.death_count desc nulls last, spawns.spawn_count desc nulls last, spawns.line_player_id
    ) = 1

)

select
    ---------- ids
    people.round_id::varchar as round_id,
    people.player_id::varchar as player_id,
    people.server::varchar as server,

    ---------- text
    people.player_name::varchar as player_name,
    people.map_name::varchar as map_name,
    {{ side_name('rosters.side') }}::varchar as side_name,
    people.spawns_unavailable_reason::varchar as spawns_unavailable_reason,
    people.dead_seconds_unavailable_reason::varchar as dead_seconds_unavailable_reason,

    ---------- numbers
    rosters.side::tinyint as side,
    people.round_number::tinyint as round_number,
    people.spawn_count::integer as spawn_count,
    people.death_count::integer as death_count,
    people.dead_seconds::integer as dead_seconds,
    people.avg_respawn_seconds::integer as avg_respawn_seconds,
    people.max_respawn_seconds::integer as max_respawn_seconds,

    ---------- booleans
    people.is_bot::boolean as is_bot,

    ---------- times
    people.order_at::timestamptz as order_at,
    people.played_on::date as played_on,
from people
left join rosters on rosters.round_id = people.round_id and rosters.player_id = people.player_id
