-- One name in a round, as endstats files write names, with the only player who bears it
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

named as (

    select
        rounds.round_id,
        players.name_key,
        players.line_player_id as player_id,
    from rounds
    inner join players on players.file_id = rounds.file_id

    union

    select
        attached.round_id,
        headers.name_key,
        headers.guid8 as player_id,
    from attached
    inner join headers on headers.content_key = attached.content_key

)

select
    round_id,
    name_key,
    if(count(*) = 1, any_value(player_id), null) as player_id,
from named
group by all
