{% set round_metrics = [
    'kills', 'deaths', 'damage_given', 'damage_received', 'headshot_kills', 'revives', 'gibs', 'killing_spree', 'death_spree', 'useful_kills',
    'denied_seconds', 'self_kills', 'team_damage_given', 'dynamites_planted', 'xp', 'damage_per_minute',
] %}

with

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}
    where is_counted and not is_bot

),

rounds as (

    select * from {{ ref('fct_rounds') }}
    where is_counted and round_stopwatch_state = 'TIME_SET' and score_confidence in ('verified_header', 'time_fallback')

),

names as (

    select * from {{ ref('dim_players') }}

),

titles as (

    select * from {{ ref('records') }}

),

candidates as (

    {% for metric in round_metrics -%}
    select
        '{{ metric }}' as record,
        map_name,
        round_id,
        player_id,
        {{ metric }}::double as value,
        -{{ metric }}::double as place_order,
        played_on,
    from player_rounds
    where {{ metric }} > 0 {%- if metric == 'damage_per_minute' %} and played_seconds >= 180 {%- endif %}
    qualify row_number() over (partition by map_name order by {{ metric }} desc, ended_at, round_id, player_id) <= 5

    union all

    {% endfor -%}
    select
        'fastest_set' as record,
        map_name,
        round_id,
        null as player_id,
        duration_seconds as value,
        duration_seconds as place_order,
        played_on,
    from rounds
    where duration_seconds is not null
    qualify row_number() over (partition by map_name order by duration_seconds, ended_at, round_id) <= 5

),

scoped as (

    select *, 'map' as scope, map_name as scope_map_name from candidates
    union all
    select *, 'all_maps' as scope, null as scope_map_name from candidates

),

placed as (

    select
        *,
        row_number() over (
            partition by record, scope, scope_map_name
            order by place_order, played_on, round_id, player_id
        ) as place,
    from scoped

)

select
    placed.record::varchar as record,
    titles.record_title::varchar as record_title,
    titles.unit::varchar as unit,
    placed.scope::varchar as scope,
    placed.map_name::varchar as map_name,
    placed.round_id::varchar as round_id,
    placed.player_id::varchar as player_id,
    names.player_name::varchar as player_name,
    placed.place::integer as place,
    placed.value::double as value,
    placed.played_on::date as played_on,
from placed
inner join titles on titles.record = placed.record
left join names on names.player_id = placed.player_id
where placed.place <= 5
