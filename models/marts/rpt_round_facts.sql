-- One round with everything that a post or a command shows of it
{{ config(materialized='exchanged') }}

with

pages as (

    select * from {{ rows_in_scope('rpt_round_pages') }}

),

rounds as (

    select * from {{ rows_in_scope('fct_rounds') }}

),

players as (

    select
        round_id,
        side,
        list(numbers order by place) as players,
    from {{ ref('int_posts__round_players') }}
    group by round_id, side

),

sides as (

    select
        players.round_id,
        list(
            {
                'side': {{ side_name('players.side') }},
                'role': case
                    when rounds.defender_side is null or players.side is null then null
                    when players.side = rounds.defender_side then 'defending'
                    else 'attacking'
                end,
                'players': players.players
            }
            order by players.side nulls last
        ) as sides,
    from players
    inner join rounds on rounds.round_id = players.round_id
    group by players.round_id

),

notes as (

    select * from {{ ref('int_posts__round_notes') }}

)

select
    ---------- ids
    pages.round_id::varchar as round_id,
    pages.match_id::varchar as match_id,
    pages.session_id::varchar as session_id,
    pages.server::varchar as server,

    ---------- text
    to_json({
        'map': pages.map_title,
        'number': pages.round_number,
        'winner': coalesce(rounds.winner_side_name || ' won', 'winner ' || pages.winner_text),
        'winner_side': rounds.winner_side_name,
        'result': {{ capitalized('pages.result_text') }},
        'clock': if(pages.duration_seconds is null, null, pages.duration_source_text),
        'to_beat': pages.time_to_beat_text,
        'confidence': {{ confidence_text('pages.score_confidence', 'pages.confidence_sentence') }},
        'not_counted': pages.not_counted_sentence,
        'sides': coalesce(sides.sides, []),
        'notes': coalesce(notes.notes, [])
    })::varchar as facts,

    ---------- times
    pages.order_at::timestamptz as order_at,
from pages
inner join rounds on rounds.round_id = pages.round_id
left join sides on sides.round_id = pages.round_id
left join notes on notes.round_id = pages.round_id
