-- One name of one player in a round, as endstats files write names. Two merged players who both played the round stay apart in it.
with

rounds as (

    select
        round_id,
        file_id,
    from {{ ref('int_rounds') }}

),

players as (

    select
        file_id,
        line_player_id,
        {{ name_key('player_name') }} as name_key,
    from {{ ref('stg_stats_files__players') }}
    where line_defect is null

),

attached as (

    select
        round_id,
        content_key,
    from {{ ref('int_endstats__attached') }}
    where is_counted

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
        rounds.round_id,
        players.name_key,
        players.line_player_id,
    from rounds
    inner join players on players.file_id = rounds.file_id

    union

    select
        attached.round_id,
        headers.name_key,
        headers.guid8 as line_player_id,
    from attached
    inner join headers on headers.content_key = attached.content_key

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
