-- One name of one player in a round, as endstats files write names. Two merged players who both played the round stay apart in it.
with

tables as (

    select * from {{ ref('int_endstats__counted') }}

),

players as (

    select
        file_id,
        line_player_id,
        {{ name_key('player_name') }} as name_key,
    from {{ ref('stg_stats_files__players') }}
    where line_defect is null

),

-- a bot's GUID names a slot, not a player (docs/formats/stats-files.md §9.6)
headers as (

    select
        content_key,
        left(guid, 8) as guid8,
        {{ name_key('player_name') }} as name_key,
    from {{ ref('int_endstats__table_lines') }}
    where line_kind = 'versus_header' and not starts_with(guid, 'OMNIBOT')

),

identities as (

    select * from {{ ref('int_player_identities') }}

),

named as (

    select
        tables.round_id,
        players.name_key,
        players.line_player_id,
    from tables
    inner join players on players.file_id = tables.file_id

    union

    select
        tables.round_id,
        headers.name_key,
        headers.guid8 as line_player_id,
    from tables
    inner join headers on headers.content_key = tables.content_key

),

identified as (

    select
        named.*,
        coalesce(identities.player_id, named.line_player_id) as merged_player_id,
        count(distinct named.line_player_id) over (partition by named.round_id, merged_player_id) > 1 as has_merge_conflict,
    from named
    left join identities on identities.line_player_id = named.line_player_id

)

select
    round_id,
    name_key,
    line_player_id,
    if(has_merge_conflict, line_player_id, merged_player_id) as player_id,
    count(*) over (partition by round_id, name_key) = 1 as is_only_bearer,
from identified
