-- One Lua observation without a stats file whose play overlaps a stats round of its server and map. One server plays one round at a time,
-- so it tells of a round that is known already (docs/contracts/identity.md §4).
with

lone as (

    select
        lua.lua_key,
        lua.server,
        lua.map_name,
        coalesce(lua.began_at, lua.ended_at) as began_at,
        lua.ended_at,
    from {{ ref('int_lua_observations') }} as lua
    left join {{ ref('int_spine') }} as spine on spine.lua_key = lua.lua_key
    where spine.lua_key is null

),

plays as (

    select * from {{ ref('int_stats_plays') }}

),

-- hours that a play touches, so that the join has something to be equal on; no play lasts longer than three
lone_hours as (

    select
        *,
        unnest(generate_series(date_trunc('hour', greatest(began_at, ended_at - interval 3 hours)), date_trunc('hour', ended_at), interval 1 hour)) as played_hour,
    from lone

),

play_hours as (

    select
        *,
        unnest(generate_series(date_trunc('hour', greatest(began_at, ended_at - interval 3 hours)), date_trunc('hour', ended_at), interval 1 hour)) as played_hour,
    from plays

)

select distinct lone_hours.lua_key
from lone_hours
inner join play_hours
    on play_hours.server = lone_hours.server
    and play_hours.map_name = lone_hours.map_name
    and play_hours.played_hour = lone_hours.played_hour
-- clocks are whole seconds and a stamp is a few seconds late: what only touches does not overlap
where lone_hours.began_at + interval 5 seconds < play_hours.ended_at
    and play_hours.began_at + interval 5 seconds < lone_hours.ended_at
