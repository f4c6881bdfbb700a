{{ config(materialized='exchanged') }}

with

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}

),

spawns as (

    select * from {{ rows_in_scope('fct_player_round_spawns') }}

),

timings as (

    select * from {{ rows_in_scope('fct_round_timings') }}

),

compared as (

    select
        player_rounds.*,
        timings.lua_playtime_seconds,
        timings.duration_seconds,
        timings.timing_status,
        spawns.round_id is not null as has_spawns,
        spawns.dead_seconds as lua_counted_dead_seconds,
        spawns.dead_seconds_unavailable_reason,
        -- nobody was dead for longer than he played
        least(spawns.dead_seconds, player_rounds.played_seconds) as lua_dead_seconds,
    from player_rounds
    inner join timings on timings.round_id = player_rounds.round_id
    left join spawns on spawns.round_id = player_rounds.round_id and spawns.player_id = player_rounds.player_id

)

select
    ---------- ids
    round_id::varchar as round_id,
    player_id::varchar as player_id,
    match_id::varchar as match_id,
    session_id::varchar as session_id,
    server::varchar as server,

    ---------- text
    player_name::varchar as player_name,
    map_name::varchar as map_name,
    side_name::varchar as side_name,
    timing_status::varchar as timing_status,
    time_dead_source::varchar as time_dead_source,
    case
        when lua_dead_seconds is not null then null
        when has_spawns then coalesce(dead_seconds_unavailable_reason, 'not_in_payload')
        when timing_status = 'no_lua' then 'no_lua'
        else 'no_gametimes'
    end::varchar as lua_dead_unavailable_reason,

    ---------- numbers
    side::tinyint as side,
    round_number::tinyint as round_number,
    duration_seconds::double as duration_seconds,
    lua_playtime_seconds::double as lua_playtime_seconds,
    (minutes_played * 60)::double as own_clock_seconds,
    played_seconds::double as played_seconds,
    time_dead_seconds::double as time_dead_seconds,
    lua_dead_seconds::double as lua_dead_seconds,
    (lua_dead_seconds - time_dead_seconds)::double as dead_difference_seconds,
    (100 * lua_dead_seconds / nullif(played_seconds, 0))::double as lua_dead_percent,

    ---------- booleans
    coalesce(lua_counted_dead_seconds > played_seconds, false)::boolean as is_dead_time_capped,

    ---------- times
    order_at::timestamptz as order_at,
    played_on::date as played_on,
from compared
