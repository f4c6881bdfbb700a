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

-- what a value must reach to be among the best five of its map
thresholds as (

    select
        map_name,
        {% for metric in round_metrics -%}
        list_min(max({{ metric }}, 5) filter ({{ metric }} > 0 {%- if metric == 'damage_per_minute' %} and played_seconds >= 180 {%- endif %})) as {{ metric }},
        {% endfor -%}
    from player_rounds
    group by map_name

),

fastest as (

    select
        map_name,
        max(
            {
                'place_order': -duration_seconds,
                'earlier': -epoch_us(order_at),
                'round_id': round_id,
                'player_id': null::varchar,
                'played_on': played_on
            },
            5
        ) as fastest_set,
    from rounds
    where duration_seconds is not null
    group by map_name

),

candidates as (

    {% for metric in round_metrics -%}
    select
        '{{ metric }}' as record,
        player_rounds.map_name,
        {
            'place_order': player_rounds.{{ metric }}::double,
            'earlier': -epoch_us(player_rounds.order_at),
            'round_id': player_rounds.round_id,
            'player_id': player_rounds.player_id,
            'played_on': player_rounds.played_on
        } as entry,
    from player_rounds
    inner join thresholds on thresholds.map_name = player_rounds.map_name
    where player_rounds.{{ metric }} >= thresholds.{{ metric }} {%- if metric == 'damage_per_minute' %} and player_rounds.played_seconds >= 180 {%- endif %}
    union all
    {% endfor -%}
    select
        'fastest_set' as record,
        map_name,
        unnest(fastest_set) as entry,
    from fastest

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
            order by entry desc
        ) as place,
    from scoped

)

select
    placed.record::varchar as record,
    titles.record_title::varchar as record_title,
    titles.unit::varchar as unit,
    placed.scope::varchar as scope,
    placed.map_name::varchar as map_name,
    placed.entry.round_id::varchar as round_id,
    placed.entry.player_id::varchar as player_id,
    names.player_name::varchar as player_name,
    placed.place::integer as place,
    abs(placed.entry.place_order)::double as value,
    if(
        placed.record = 'fastest_set',
        {{ clock_text('abs(placed.entry.place_order)') }},
        printf('%.0f', abs(placed.entry.place_order))
    )::varchar as record_value_text,
    placed.entry.played_on::date as played_on,
from placed
inner join titles on titles.record = placed.record
left join names on names.player_id = placed.entry.player_id
where placed.place <= 5
