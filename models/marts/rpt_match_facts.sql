-- One map played with everything that a post or a command shows of it
{{ config(materialized='exchanged') }}

with

pages as (

    select * from {{ rows_in_scope('rpt_match_pages') }}

),

scores as (

    select * from {{ ref('int_posts__match_scores') }}

),

bests as (

    select * from {{ ref('int_posts__match_bests') }}

),

rounds as (

    select * from {{ rows_in_scope('rpt_round_pages') }}

)

select
    ---------- ids
    pages.match_id::varchar as match_id,
    pages.session_id::varchar as session_id,
    pages.server::varchar as server,
    coalesce(pages.second_half_round_id, pages.first_half_round_id)::varchar as anchor_round_id,

    ---------- text
    to_json({
        'map': pages.map_title,
        'team_a': pages.team_a_name,
        'team_b': pages.team_b_name,
        'points': pages.points_text,
        'winner': pages.winner_text,
        'why': pages.map_result_sentence,
        'first_half': {{ capitalized('pages.first_half_text') }},
        'first_half_confidence': first_half.confidence_mark,
        'to_beat': first_half.time_to_beat_text,
        'second_half': {{ capitalized('pages.second_half_text') }},
        'second_half_confidence': second_half.confidence_mark,
        'confidence': {{ confidence_text('pages.score_confidence', 'pages.confidence_sentence') }},
        'not_counted': pages.not_counted_sentence,
        'bests': coalesce(bests.bests, []),
        'evening': if(
            scores.counted_count > 0,
            {
                'score': scores.team_a_score || ' – ' || scores.team_b_score,
                'counted': scores.counted_count || if(scores.counted_count = 1, ' map', ' maps') || ' counted'
                    || if(scores.uncounted_count > 0, ', ' || scores.uncounted_count || ' not', ''),
                'confidence': {{ confidence_mark('scores.score_confidence') }} || ' ' || {{ confidence_words('scores.score_confidence') }}
            },
            null
        )
    })::varchar as facts,

    ---------- times
    pages.order_at::timestamptz as order_at,
from pages
left join scores on scores.match_id = pages.match_id
left join bests on bests.match_id = pages.match_id
left join rounds as first_half on first_half.round_id = pages.first_half_round_id
left join rounds as second_half on second_half.round_id = pages.second_half_round_id
