-- One versus row of an endstats table without versus headers and one player whose row it may be: a row about him holds the same
-- numbers swapped (docs/formats/endstats-files.md §12.2). Players of a table are numbered from 1 in the order of their names.
with

lines as (

    select * from {{ ref('int_endstats__table_lines') }}

),

tables as (

    select
        content_key,
        count(distinct player_name) filter (line_kind = 'versus_row') as player_count,
        count(*) filter (line_kind = 'versus_row') as row_count,
        max(greatest(kills, deaths)) as highest_count,
    from lines
    group by all
    having not bool_or(ends_block)

),

-- the search encodes a duel as one number, with room for this much
versus_rows as (

    select
        lines.content_key,
        lines.table_row,
        lines.player_name,
        lines.kills,
        lines.deaths,
        tables.row_count,
        row_number() over (partition by lines.content_key order by lines.table_row) as row_number,
        dense_rank() over (partition by lines.content_key order by lines.player_name) as opponent,
        count(*) over (partition by lines.content_key, lines.player_name) as rows_about_opponent,
    from lines
    inner join tables using (content_key)
    where lines.line_kind = 'versus_row'
        and tables.player_count <= 16
        and tables.highest_count <= 999

)

select distinct
    this_row.content_key,
    this_row.table_row,
    this_row.row_number::integer as row_number,
    this_row.row_count::integer as row_count,
    mirror.opponent::integer as subject,
    mirror.player_name as subject_name,
    -- every row about him answers a row of his
    mirror.rows_about_opponent::integer as block_size,
    this_row.opponent::integer as opponent,
    this_row.kills,
    this_row.deaths,
from versus_rows as this_row
inner join versus_rows as mirror
    on mirror.content_key = this_row.content_key
    and mirror.kills = this_row.deaths
    and mirror.deaths = this_row.kills
where mirror.opponent <> this_row.opponent
