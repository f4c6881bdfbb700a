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

names as (

    select round_id, player_id, player_name from {{ ref('fct_player_rounds') }}

),

listed as (

    select
        awards.round_id,
        list(
            {
                'label': awards.award_label,
                -- the game drops letters from the names in its awards
                'name': coalesce(names.player_name, awards.player_name),
                'value': regexp_replace(awards.value_text, '(\.\d\d)\d+', '\1', 'g'),
                -- of a second half the game tells some awards for both halves
                'is_both_halves': awards.scope = 'match' and rounds.round_number = 2
            }
            order by awards.sort_order, awards.line_number
        ) as awards,
    from awards
    inner join rounds on rounds.round_id = awards.round_id
    left join names on names.round_id = awards.round_id and names.player_id = awards.player_id
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
