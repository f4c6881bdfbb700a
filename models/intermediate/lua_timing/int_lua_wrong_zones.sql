-- One Lua observation without a stats file that has one at the wrong hour: at least two such pairs of a server within three hours are apart by
-- one and the same multiple of a quarter of an hour, so the server's time zone is configured wrongly (docs/contracts/identity.md §4)
with

lone as (

    select
        lua.lua_key,
        lua.server,
        lua.map_name,
        lua.stated_round_number as round_number,
        lua.ended_at,
    from {{ ref('int_lua_observations') }} as lua
    left join {{ ref('int_spine__candidates') }} as candidates on candidates.lua_key = lua.lua_key
    where candidates.lua_key is null and not lua.is_ghost

),

lone_days as (

    select
        *,
        unnest([-1, 0, 1]) as day_step,
        date_trunc('day', ended_at) + to_days(day_step::integer) as stamp_day,
    from lone

),

lone_stats as (

    select
        stats_observations.round_id,
        stats_observations.server,
        stats_observations.map_name,
        stats_observations.round_number,
        stats_observations.stamp_at,
        date_trunc('day', stats_observations.stamp_at) as stamp_day,
    from {{ ref('int_stats_observations__timed') }} as stats_observations
    left join {{ ref('int_spine__candidates') }} as candidates on candidates.round_id = stats_observations.round_id
    where candidates.round_id is null and stats_observations.stamp_at is not null

),

pairs as (

    select
        lone_days.lua_key,
        lone_days.server,
        lone_days.ended_at,
        epoch(lone_stats.stamp_at) - epoch(lone_days.ended_at) as offset_seconds,
        round(offset_seconds / 900)::integer as quarters,
    from lone_days
    inner join lone_stats
        on lone_stats.server = lone_days.server
        and lone_stats.map_name = lone_days.map_name
        and lone_stats.round_number = lone_days.round_number
        and lone_stats.stamp_day = lone_days.stamp_day
    -- what lies further apart than a block of time is not looked at together (docs/decisions/0010-the-live-lane-works-on-blocks-of-time.md)
    where abs(offset_seconds) <= 4 * 3600
        and quarters <> 0
        and abs(offset_seconds - quarters * 900) <= 5

),

neighbours as (

    select
        *,
        count(*) over (
            partition by server, quarters
            order by epoch(ended_at)
            range between 10800 preceding and 10800 following
        ) as pair_count,
    from pairs

)

select
    lua_key,
    server,
    min(quarters) * 15 as offset_minutes,
from neighbours
where pair_count >= 2
group by lua_key, server
