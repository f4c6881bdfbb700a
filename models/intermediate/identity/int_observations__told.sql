-- One thing that was played, as files, messages and payloads tell together: a stats and a Lua observation that are one round, or either alone
-- (docs/contracts/identity.md §4). Lua observations that nothing certain can be said of (ambiguous, ghosts) are none.
with

stats_observations as (

    select * from {{ ref('int_stats_observations__timed') }}

),

spine as (

    select * from {{ ref('int_spine') }}

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

lone as (

    select * from {{ ref('int_lua_lone') }}
    where no_round_reason is null

),

servers as (

    select * from {{ ref('int_servers') }}

),

keyed as (

    select
        stats_observations.* exclude (order_at, file_stem),
        stats_observations.file_stem as round_key,
        spine.lua_key,
        spine.stamp_offset_seconds,
        null as stands_aside_reason,
        {{ round_end_of_stamp('stats_observations.stamp_at') }} as stamp_end_at,
        {{ round_end_of_stamp('stats_observations.order_at') }} as stamp_order_at,
    from stats_observations
    left join spine on spine.round_id = stats_observations.round_id

    union all by name

    select
        lua_observations.server,
        lua_observations.map_name,
        lua_observations.lua_round_id as round_id,
        lua_observations.stated_round_number as round_number,
        'lua|' || lua_observations.map_name || '|' || lua_observations.round_end_unix as round_key,
        lua_observations.lua_key,
        lone.stands_aside_reason,
        false as is_readable,
        false as has_file,
        0 as line_count,
        0 as bot_count,
        coalesce(servers.time_zone, 'UTC') as time_zone,
    from lone
    inner join lua_observations on lua_observations.lua_key = lone.lua_key
    left join servers on servers.server = lua_observations.server

),

rosters as (

    select
        lua_key,
        count(*)::integer as lua_player_count,
        count(*) filter (is_bot)::integer as lua_bot_count,
    from {{ ref('int_lua_rosters') }}
    group by all

)

select
    keyed.* exclude (is_readable, bot_count, stamp_end_at, stamp_order_at, timelimit_seconds),
    keyed.is_readable as has_sound_file,
    -- a header that cannot be read, or none at all, is made up for by Lua
    keyed.is_readable or keyed.lua_key is not null as is_readable,
    keyed.timelimit_seconds as header_limit_seconds,
    coalesce(keyed.timelimit_seconds, lua_observations.timelimit_seconds)::double as timelimit_seconds,
    if(keyed.line_count > 0, keyed.bot_count, coalesce(rosters.lua_bot_count, keyed.bot_count))::integer as bot_count,
    coalesce(rosters.lua_player_count, 0) as lua_player_count,
    lua_observations.lua_round_id,
    lua_observations.stated_round_number as lua_round_number,
    lua_observations.round_start_unix,
    lua_observations.round_end_unix,
    lua_observations.playtime_seconds::double as lua_playtime_seconds,
    lua_observations.timelimit_seconds::double as lua_limit_seconds,
    lua_observations.timelimit_minutes::double as lua_limit_minutes,
    lua_observations.end_reason_text,
    lua_observations.stated_end_reason,
    lua_observations.is_end_reason_known,
    lua_observations.surrender_team,
    lua_observations.winner_text as lua_winner_text,
    lua_observations.winner_side as lua_winner_side,
    lua_observations.defender_side as lua_defender_side,
    lua_observations.pause_seconds as lua_pause_seconds,
    lua_observations.stated_started_at,
    coalesce(lua_observations.is_ghost, false) as is_ghost,
    coalesce(lua_observations.ended_at, keyed.stamp_end_at) as ended_at,
    if(lua_observations.ended_at is null, keyed.stamp_unavailable_reason, null) as ended_at_unavailable_reason,
    coalesce(lua_observations.ended_at, keyed.stamp_order_at) as order_at,
from keyed
left join lua_observations on lua_observations.lua_key = keyed.lua_key
left join rosters on rosters.lua_key = keyed.lua_key
