-- One round with the awards that the game gave for it, as a post shows them
with

awards as (

    select * from {{ ref('fct_awards') }}

),

rounds as (

    select * from {{ ref('int_posts__rounds') }}

),

pages as (

    select * from {{ ref('rpt_round_pages') }}

),

listed as (

    select
        awards.round_id,
        list(
            {
                'label': awards.award_label,
                'name': awards.player_name,
                'value': awards.value_text,
                -- of a second half the game tells some awards for both halves
                'is_both_halves': awards.scope = 'match' and rounds.round_number = 2
            }
            order by awards.sort_order, awards.line_number
        ) as awards,
    from awards
    inner join rounds on rounds.round_id = awards.round_id
    group by awards.round_id

)

select
    listed.round_id,
    to_json({
        'map': pages.map_title,
        'number': pages.round_number,
        'awards': listed.awards
    })::varchar as facts,
from listed
inner join pages on pages.round_id = listed.round_id
