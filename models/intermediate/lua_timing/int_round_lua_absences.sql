-- One round of which no Lua payload tells, and why there is none, as far as what arrived around it tells
with

rounds as (

    select * from {{ ref('int_rounds') }}
    where lua_key is null

),

candidates as (

    select distinct round_id
    from {{ ref('int_spine__candidates') }}

),

-- payloads of the same map and time that have no server
homeless as (

    select
        map_name,
        {{ minutes_touched(
            'ended_at - interval ' ~ stamp_before_end_seconds() ~ ' seconds',
            'ended_at + interval ' ~ stamp_after_end_seconds() ~ ' seconds',
        ) }} as stamp_minute,
        ended_at,
    from {{ ref('int_lua_payloads__placed') }}
    where server is null

),

with_homeless as (

    select distinct rounds.round_id
    from rounds
    inner join homeless
        on homeless.map_name = rounds.map_name
        and homeless.stamp_minute = date_trunc('minute', rounds.stamp_at)
    where epoch(rounds.stamp_at) - epoch(homeless.ended_at)
        between -{{ stamp_before_end_seconds() }} and {{ stamp_after_end_seconds() }}

),

wrong_zones as (

    select
        lua.server,
        lua.ended_at,
    from {{ ref('int_lua_wrong_zones') }} as wrong
    inner join {{ ref('int_lua_observations') }} as lua on lua.lua_key = wrong.lua_key

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

-- hours around a round, so that the joins have something to be equal on
round_hours as (

    select
        *,
        unnest(generate_series(date_trunc('hour', order_at - interval 4 hours), date_trunc('hour', order_at + interval 4 hours), interval 1 hour)) as near_hour,
    from rounds

),

-- what else the server's module told within three hours
neighbours as (

    select
        rounds.round_id,
        count(distinct lua_observations.lua_key) as payload_count,
        arg_min(lua_observations.emitter_version, abs(epoch(lua_observations.ended_at) - epoch(rounds.order_at)))
            filter (lua_observations.emitter_version is not null) as emitter_version,
    from round_hours as rounds
    inner join lua_observations
        on lua_observations.server = rounds.server
        and date_trunc('hour', lua_observations.ended_at) = rounds.near_hour
    where lua_observations.ended_at between rounds.order_at - interval 3 hours and rounds.order_at + interval 3 hours
    group by all

),

zone_neighbours as (

    select distinct rounds.round_id
    from round_hours as rounds
    inner join wrong_zones
        on wrong_zones.server = rounds.server
        and date_trunc('hour', wrong_zones.ended_at) = rounds.near_hour
    where wrong_zones.ended_at between rounds.order_at - interval 4 hours and rounds.order_at + interval 4 hours

)

select
    rounds.round_id,
    case
        when rounds.stamp_unavailable_reason is not null then rounds.stamp_unavailable_reason
        when candidates.round_id is not null then 'lua_ambiguous'
        when with_homeless.round_id is not null then 'server_unknown'
        when zone_neighbours.round_id is not null then 'zone_wrong'
        when neighbours.payload_count is null then 'lua_silent'
        -- modules before 1.6.1 fell over a limit with a fraction of a minute, which most second halves have
        when neighbours.emitter_version < 10601 and rounds.timelimit_seconds % 60 <> 0 then 'emitter_fails_at_fractions'
        else 'lua_missing'
    end as no_lua_reason,
from rounds
left join candidates on candidates.round_id = rounds.round_id
left join with_homeless on with_homeless.round_id = rounds.round_id
left join zone_neighbours on zone_neighbours.round_id = rounds.round_id
left join neighbours on neighbours.round_id = rounds.round_id
