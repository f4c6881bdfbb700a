-- One player of a round with his numbers as a post shows them, and his place on his side
with

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}

)

select
    round_id,
    side,
    row_number() over (
        partition by round_id, side
        order by damage_per_minute desc nulls last, kills desc, player_id
    ) as place,
    {
        'place': row_number() over (
            partition by round_id, side
            order by damage_per_minute desc nulls last, kills desc, player_id
        ),
        'name': player_name,
        'kd': kills || '/' || deaths,
        'dpm': {{ whole_text('damage_per_minute') }},
        'damage': {{ short_number_text('damage_given') }} || '/' || {{ short_number_text('damage_received') }},
        'accuracy': {{ whole_text('accuracy_percent', '%') }},
        'headshots': coalesce(headshots::varchar, '–'),
        'revives': coalesce(revives::varchar, '–'),
        'played': coalesce({{ clock_text('played_seconds') }}, '–'),
        'dead': coalesce(
            {{ clock_text('time_dead_seconds') }} || coalesce(' (' || round({{ percent_of('time_dead_seconds', 'played_seconds') }})::integer || '%)', ''), '–'
        ),
        'denied': coalesce({{ clock_text('denied_seconds') }}, '–'),
        'multikills': coalesce(multikills::varchar, '–')
    } as numbers,
from player_rounds
