-- One player's spawns and deaths of a round as a gametimes file lists them. What the module of its time could not measure is null
-- (docs/formats/lua-timing.md §5).
with

bodies as (

    select
        bodies.arrival_id,
        payloads.emitter_version,
        case json_type(bodies.meta, '$.spawn_stats')
            when 'VARCHAR' then try_cast(json_extract_string(bodies.meta, '$.spawn_stats') as json[])
            when 'ARRAY' then try_cast(json_extract(bodies.meta, '$.spawn_stats') as json[])
        end as players,
    from {{ ref('base_lua_timing__bodies') }} as bodies
    inner join {{ ref('stg_lua_timing__payloads') }} as payloads on payloads.arrival_id = bodies.arrival_id
    where bodies.meta is not null

),

players as (

    select
        arrival_id,
        emitter_version,
        unnest(players) as player,
    from bodies

),

read as (

    select
        arrival_id,
        emitter_version,
        upper(left(coalesce(json_extract_string(player, '$.guid'), ''), 32)) as guid,
        {{ clean_name("coalesce(json_extract_string(player, '$.name'), '')") }} as player_name,
        {%- for name in ['spawns', 'deaths', 'dead_seconds', 'avg_respawn', 'max_respawn'] %}
        {{ strict_integer("json_extract_string(player, '$." ~ name ~ "')") }} as {{ name }},
        {%- endfor %}
    from players
    where json_type(player) = 'OBJECT'

)

select
    ---------- ids
    arrival_id,
    guid,
    {{ roster_player_id('guid', 'player_name') }} as line_player_id,

    ---------- text
    player_name,
    if(emitter_version between 10600 and 10700, 'emitter_too_old', null) as dead_seconds_unavailable_reason,
    if(emitter_version between 10603 and 10700, 'emitter_too_old', null) as spawns_unavailable_reason,

    ---------- numbers
    if(spawns_unavailable_reason is null and spawns >= 0, spawns, null) as spawn_count,
    if(deaths >= 0, deaths, null) as death_count,
    if(dead_seconds_unavailable_reason is null and dead_seconds >= 0, dead_seconds, null) as dead_seconds,
    if(dead_seconds_unavailable_reason is null and deaths > 0 and avg_respawn >= 0, avg_respawn, null) as avg_respawn_seconds,
    if(dead_seconds_unavailable_reason is null and deaths > 0 and max_respawn >= 0, max_respawn, null) as max_respawn_seconds,

    ---------- booleans
    {{ is_bot_of('guid', 'player_name') }} as is_bot,
from read
where line_player_id is not null
-- the fuller of two entries of one player
qualify row_number() over (
    partition by arrival_id, line_player_id
    order by deaths desc nulls last, spawns desc nulls last, dead_seconds desc nulls last, guid, player_name
) = 1
