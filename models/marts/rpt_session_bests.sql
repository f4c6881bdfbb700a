-- One title of an evening, with the player who earned it and the number that decided
{{ config(materialized='exchanged') }}

with

players as (

    select * from {{ rows_in_scope('fct_session_players') }}

),

sessions as (

    select * from {{ rows_in_scope('fct_sessions') }}

),

regulars as (

    select *
    from players
    qualify round_count * 2 >= max(round_count) over (partition by session_id)

),

candidates as (

    {% set titles = [
        ('damage_per_minute', 'Most damage per minute', 'damage/min', 1),
        ('kills', 'Most kills', 'kills', 0),
        ('kill_death_ratio', 'Best kills per death', 'kills per death', 2),
        ('accuracy_percent', 'Best accuracy', '%', 1),
        ('revives', 'Most revives', 'revives', 0),
        ('useful_kills', 'Most useful kills', 'useful kills', 0),
        ('denied_seconds', 'Most playtime denied', 'seconds', 0),
        ('killing_spree', 'Longest killing spree', 'kills', 0),
        ('objectives_stolen', 'Most objectives taken', 'objectives', 0),
        ('dynamites_planted', 'Most dynamites planted', 'dynamites', 0),
    ] -%}
    {% for metric, title, unit, digits in titles -%}
    select
        session_id,
        '{{ metric }}' as title_code,
        '{{ title }}' as title,
        '{{ unit }}' as unit,
        {{ loop.index }} as sort_order,
        player_id,
        player_name,
        team,
        round_count,
        {{ metric }}::double as value,
        printf('%.{{ digits }}f', {{ metric }}::double) as value_text,
    from regulars
    where {{ metric }} > 0
    {{ 'union all' if not loop.last }}
    {% endfor %}
),

best as (

    select *
    from candidates
    qualify row_number() over (partition by session_id, title_code order by value desc, round_count desc, player_id) = 1

)

select
    ---------- ids
    best.session_id::varchar as session_id,
    best.title_code::varchar as title_code,
    best.player_id::varchar as player_id,

    ---------- text
    best.title::varchar as title,
    best.player_name::varchar as player_name,
    best.team::varchar as team,
    best.value_text::varchar as value_text,
    best.unit::varchar as unit,

    ---------- numbers
    best.sort_order::integer as sort_order,
    best.round_count::integer as round_count,
    best.value::double as value,

    ---------- times
    sessions.order_at::timestamptz as order_at,
from best
inner join sessions on sessions.session_id = best.session_id
