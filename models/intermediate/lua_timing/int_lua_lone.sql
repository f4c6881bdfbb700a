-- One Lua observation that is no part of a pair, and why it gives no round, or a round that does not count (docs/contracts/identity.md §4)
with

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

paired as (

    select lua_key from {{ ref('int_spine') }}

),

candidates as (

    select distinct lua_key from {{ ref('int_spine__candidates') }}
    where not is_ghost

),

overlapping as (

    select lua_key from {{ ref('int_lua_overlaps') }}

),

wrong_zones as (

    select lua_key from {{ ref('int_lua_wrong_zones') }}

)

select
    lua_observations.lua_key,
    case
        when candidates.lua_key is not null then 'ambiguous'
        when lua_observations.is_ghost then 'ghost'
        when lua_observations.stated_round_number is null then 'round_number_missing'
    end as no_round_reason,
    case
        when overlapping.lua_key is not null then 'overlaps_stats_round'
        when wrong_zones.lua_key is not null then 'zone_wrong'
    end as stands_aside_reason,
from lua_observations
left join paired on paired.lua_key = lua_observations.lua_key
left join candidates on candidates.lua_key = lua_observations.lua_key
left join overlapping on overlapping.lua_key = lua_observations.lua_key
left join wrong_zones on wrong_zones.lua_key = lua_observations.lua_key
where paired.lua_key is null
