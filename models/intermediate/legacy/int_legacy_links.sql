-- One Lua row or row of spawns of an existing database whose link is not as the ends of the rounds have it
with

lua_rounds as (

    select * from {{ ref('int_legacy_lua_rounds') }}

),

legacy_rounds as (

    select * from {{ ref('int_legacy_rounds') }}

),

judged as (

    select
        lua_rounds.*,
        linked.ended_at as linked_ended_at,
        linked.file_stem as linked_file_stem,
        case
            when lua_rounds.fit = 'unique' and lua_rounds.linked_round_key = lua_rounds.fitting_round_key
                then if(lua_rounds.round_number <> lua_rounds.fitting_round_number, 'round_number_overruled', null)
            when lua_rounds.fit = 'unique' and lua_rounds.linked_round_key is null then 'unlinked'
            when lua_rounds.fit = 'unique' then 'linked_wrongly'
            -- a link to a round of which it is known that it ended at another time, or is another map's, is wrong for certain
            when lua_rounds.linked_round_key is not null
                and lua_rounds.fit in ('replay', 'orphan', 'aborted_dump', 'not_stored')
                and (linked.row_key is null or linked.map_name <> lua_rounds.map_name or abs(epoch(linked.ended_at)::bigint - lua_rounds.round_end_unix) > 30)
                then 'linked_to_none'
            -- one of the rows or rounds that are hard to tell apart is linked: nothing proves it wrong
            else lua_rounds.fit
        end as finding,
    from lua_rounds
    left join legacy_rounds as linked
        on linked.server = lua_rounds.server
        and linked.source_name = lua_rounds.source_name
        and linked.row_key = lua_rounds.linked_round_key

),

-- what a row of spawns belongs to is what its Lua row belongs to
spawns as (

    select
        spawns.*,
        judged.row_key as lua_row_key,
        judged.fit,
        judged.fitting_round_key,
        judged.fitting_file_stem,
        judged.fitting_seconds_apart,
        judged.nearest_seconds,
        judged.finding as lua_finding,
        judged.linked_file_stem,
        judged.ended_at,
    from {{ ref('stg_legacy__lua_spawns') }} as spawns
    inner join judged
        on judged.server = spawns.server
        and judged.source_name = spawns.source_name
        and judged.legacy_match_id = spawns.legacy_match_id
        and judged.round_number = spawns.round_number
        and judged.map_name = spawns.map_name

),

findings as (

    select
        'lua_round_teams' as table_name,
        server,
        source_name,
        row_key,
        row_sha256,
        map_name,
        round_number,
        finding,
        linked_round_key,
        if(finding in ('unlinked', 'linked_wrongly'), fitting_round_key, null) as proven_round_key,
        linked_file_stem,
        fitting_file_stem,
        fitting_seconds_apart,
        nearest_seconds,
        ended_at,
        received_at,
    from judged
    where finding is not null

    union all by name

    select
        'lua_spawn_stats' as table_name,
        server,
        source_name,
        row_key,
        row_sha256,
        map_name,
        round_number,
        case
            when fit = 'unique' and linked_round_key is null then 'unlinked'
            when fit = 'unique' then 'linked_wrongly'
            when linked_round_key is not null and lua_finding = 'linked_to_none' then 'linked_to_none'
            else fit
        end as finding,
        linked_round_key,
        if(fit = 'unique', fitting_round_key, null) as proven_round_key,
        linked_file_stem,
        fitting_file_stem,
        fitting_seconds_apart,
        nearest_seconds,
        ended_at,
        received_at,
    from spawns
    where fit <> 'unique' or linked_round_key is distinct from fitting_round_key

)

select
    *,
    finding in ('unlinked', 'linked_wrongly', 'linked_to_none') as is_proposed,
from findings
