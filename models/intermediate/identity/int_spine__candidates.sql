-- One stats observation and one Lua observation that could be the same round: server and map agree and the stamp lies between 8 s before
-- and 30 s after the end that Lua measured (docs/contracts/identity.md §4)
with

stats_observations as (

    select * from {{ ref('int_stats_observations__timed') }}
    where stamp_at is not null

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

lua_minutes as (

    select
        lua_key,
        server,
        map_name,
        is_ghost,
        ended_at,
        {{ minutes_touched(
            'ended_at - interval ' ~ stamp_before_end_seconds() ~ ' seconds',
            'ended_at + interval ' ~ stamp_after_end_seconds() ~ ' seconds',
        ) }} as stamp_minute,
    from lua_observations

)

select
    stats_observations.round_id,
    lua_minutes.lua_key,
    lua_minutes.is_ghost,
    epoch(stats_observations.stamp_at) - epoch(lua_minutes.ended_at) as stamp_offset_seconds,
from lua_minutes
inner join stats_observations
    on stats_observations.server = lua_minutes.server
    and stats_observations.map_name = lua_minutes.map_name
    and date_trunc('minute', stats_observations.stamp_at) = lua_minutes.stamp_minute
where stamp_offset_seconds between -{{ stamp_before_end_seconds() }} and {{ stamp_after_end_seconds() }}
