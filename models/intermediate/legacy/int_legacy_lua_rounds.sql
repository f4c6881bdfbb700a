-- One Lua row of an existing database with the rounds it could belong to: those of its server and map that ended within 30 seconds of it.
-- Never the nearest (docs/existing-database.md §5).
with

lua_rounds as (

    select * from {{ ref('stg_legacy__lua_rounds') }}

),

legacy_rounds as (

    select * from {{ ref('int_legacy_rounds') }}

),

-- the halves that are stored
stored as (

    select
        server,
        source_name,
        row_key,
        map_name,
        round_number,
        file_stem,
        ended_at,
        file_state,
    from legacy_rounds
    where round_number in (1, 2) and map_name is not null and ended_at is not null

),

-- and the rounds of the raw files that are not
not_stored as (

    select
        rounds.server,
        sources.source_name,
        rounds.map_name,
        rounds.ended_at,
        lower(left(rounds.stats_file_name, -4)) as file_stem,
    from {{ ref('fct_rounds') }} as rounds
    inner join (select distinct server, source_name from lua_rounds) as sources on sources.server = rounds.server
    anti join legacy_rounds
        on legacy_rounds.server = rounds.server
        and legacy_rounds.source_name = sources.source_name
        and legacy_rounds.file_stem = lower(left(rounds.stats_file_name, -4))
    where rounds.stats_file_name is not null and rounds.ended_at is not null

),

candidates as (

    select
        lua_rounds.server,
        lua_rounds.source_name,
        lua_rounds.row_key,
        stored.row_key as round_key,
        stored.round_number,
        stored.file_stem,
        stored.file_state,
        epoch(stored.ended_at)::bigint - lua_rounds.round_end_unix as seconds_apart,
    from lua_rounds
    inner join stored
        on stored.server = lua_rounds.server
        and stored.source_name = lua_rounds.source_name
        and stored.map_name = lua_rounds.map_name
        and stored.ended_at between lua_rounds.ended_at - interval 3 hours and lua_rounds.ended_at + interval 3 hours

),

fitting as (

    select
        server,
        source_name,
        row_key,
        count(*) filter (abs(seconds_apart) <= 30 and file_state <> 'aborted') as fitting_count,
        count(*) filter (abs(seconds_apart) <= 30 and file_state = 'aborted') as aborted_count,
        count(*) as near_count,
        min(round_key) filter (abs(seconds_apart) <= 30 and file_state <> 'aborted') as fitting_round_key,
        min(round_number) filter (abs(seconds_apart) <= 30 and file_state <> 'aborted') as fitting_round_number,
        min(file_stem) filter (abs(seconds_apart) <= 30 and file_state <> 'aborted') as fitting_file_stem,
        min(seconds_apart) filter (abs(seconds_apart) <= 30 and file_state <> 'aborted') as fitting_seconds_apart,
        min(abs(seconds_apart)) as nearest_seconds,
    from candidates
    group by all

),

fitting_not_stored as (

    select
        lua_rounds.server,
        lua_rounds.source_name,
        lua_rounds.row_key,
        min(not_stored.file_stem) as file_stem,
    from lua_rounds
    inner join not_stored
        on not_stored.server = lua_rounds.server
        and not_stored.source_name = lua_rounds.source_name
        and not_stored.map_name = lua_rounds.map_name
        and not_stored.ended_at between lua_rounds.ended_at - interval 30 seconds and lua_rounds.ended_at + interval 30 seconds
    group by all

),

described as (

    select
        lua_rounds.*,
        coalesce(fitting.fitting_count, 0) + if(fitting_not_stored.row_key is null, 0, 1) as fitting_count,
        coalesce(fitting.aborted_count, 0) as aborted_count,
        coalesce(fitting.near_count, 0) as near_count,
        fitting.nearest_seconds,
        if(fitting.fitting_count = 1 and fitting_not_stored.row_key is null, fitting.fitting_round_key, null) as fitting_round_key,
        fitting.fitting_round_number,
        coalesce(fitting.fitting_file_stem, fitting_not_stored.file_stem) as fitting_file_stem,
        fitting.fitting_seconds_apart,
        fitting_not_stored.row_key is not null as fits_not_stored,
    from lua_rounds
    left join fitting
        on fitting.server = lua_rounds.server
        and fitting.source_name = lua_rounds.source_name
        and fitting.row_key = lua_rounds.row_key
    left join fitting_not_stored
        on fitting_not_stored.server = lua_rounds.server
        and fitting_not_stored.source_name = lua_rounds.source_name
        and fitting_not_stored.row_key = lua_rounds.row_key

),

-- one round has one end: of several rows that fit it none is certain
rivals as (

    select
        server,
        source_name,
        fitting_round_key,
    from described
    where fitting_round_key is not null
    group by all
    having count(*) > 1

)

select
    described.*,
    rivals.fitting_round_key is not null as has_rival,
    case
        when described.map_name is null then 'map_missing'
        when described.ended_at is null then 'end_missing'
        when described.fitting_count > 1 then 'ambiguous'
        when rivals.fitting_round_key is not null then 'duplicate'
        when described.fits_not_stored then 'not_stored'
        when described.fitting_round_key is not null then 'unique'
        when described.aborted_count > 0 then 'aborted_dump'
        when described.near_count > 0 then 'replay'
        else 'orphan'
    end as fit,
from described
left join rivals
    on rivals.server = described.server
    and rivals.source_name = described.source_name
    and rivals.fitting_round_key = described.fitting_round_key
