{% set round_metrics = [
    'kills', 'deaths', 'damage_given', 'damage_received', 'headshot_kills', 'revives', 'gibs', 'killing_spree', 'death_spree', 'useful_kills',
    'denied_seconds', 'self_kills', 'team_damage_given', 'dynamites_planted', 'xp', 'damage_per_minute',
] %}

with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

player_rounds as (

    select
        played.*,
        {{ season_of('played.played_on') }} as season,
        {{ is_recent('played.order_at', 'builds.as_of') }} as is_recent,
    from {{ ref('fct_player_rounds') }} as played
    cross join builds
    where played.is_counted and not played.is_bot

),

rounds as (

    select
        played.*,
        {{ season_of('played.played_on') }} as season,
        {{ is_recent('played.order_at', 'builds.as_of') }} as is_recent,
    from {{ ref('fct_rounds') }} as played
    cross join builds
    where played.is_counted
        and played.round_stopwatch_state = 'TIME_SET'
        and played.score_confidence in ('verified_header', 'time_fallback')
        and played.duration_seconds is not null

),

names as (

    select * from {{ ref('dim_players') }}

),

titles as (

    select * from {{ ref('records') }}

),

-- what a value must reach to be among the best five of its map and season: who is among the best of any period is among those
thresholds as (

    select
        map_name,
        season,
        is_recent,
        count(*) as round_count,
        {% for metric in round_metrics -%}
        list_min(max({{ metric }}, 5) filter ({{ metric }} > 0 {%- if metric == 'damage_per_minute' %} and played_seconds >= 180 {%- endif %})) as {{ metric }},
        {% endfor -%}
    from player_rounds
    group by map_name, season, is_recent

),

fastest as (

    select
        map_name,
        season,
        is_recent,
        count(*) as round_count,
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
    group by map_name, season, is_recent

),

candidates as (

    {% for metric in round_metrics -%}
    select
        '{{ metric }}' as record,
        player_rounds.map_name,
        player_rounds.season,
        player_rounds.is_recent,
        {
            'place_order': player_rounds.{{ metric }}::double,
            'earlier': -epoch_us(player_rounds.order_at),
            'round_id': player_rounds.round_id,
            'player_id': player_rounds.player_id,
            'played_on': player_rounds.played_on
        } as entry,
    from player_rounds
    inner join thresholds
        on thresholds.map_name = player_rounds.map_name
        and thresholds.season = player_rounds.season
        and thresholds.is_recent = player_rounds.is_recent
    where player_rounds.{{ metric }} >= thresholds.{{ metric }} {%- if metric == 'damage_per_minute' %} and player_rounds.played_seconds >= 180 {%- endif %}
    union all
    {% endfor -%}
    select
        'fastest_set' as record,
        map_name,
        season,
        is_recent,
        unnest(fastest_set) as entry,
    from fastest

),

in_periods as (

    select
        *,
        {{ periods_of('season', 'is_recent') }},
    from candidates

),

scoped as (

    select *, 'map' as scope, map_name as scope_map_name from in_periods where period_kind is not null
    union all
    select *, 'all_maps' as scope, null as scope_map_name from in_periods where period_kind is not null

),

placed as (

    select
        *,
        row_number() over (
            partition by record, period_kind, period, scope, scope_map_name
            order by entry desc
        ) as place,
    from scoped

),

-- how much was compared: rounds of players, or, for a time, rounds
samples as (

    select map_name, season, is_recent, round_count, false as is_of_rounds from thresholds
    union all
    select map_name, season, is_recent, round_count, true as is_of_rounds from fastest

),

samples_in_periods as (

    select
        *,
        {{ periods_of('season', 'is_recent') }},
    from samples

),

sample_sizes as (

    select
        is_of_rounds,
        period_kind,
        period,
        map_name,
        if(grouping(map_name) = 0, 'map', 'all_maps') as scope,
        sum(round_count) as sample_size,
    from samples_in_periods
    where period_kind is not null
    group by grouping sets ((is_of_rounds, period_kind, period, map_name), (is_of_rounds, period_kind, period))

)

select
    placed.record::varchar as record,
    titles.record_title::varchar as record_title,
    titles.unit::varchar as unit,
    placed.period_kind::varchar as period_kind,
    placed.period::varchar as period,
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
    sample_sizes.sample_size::integer as sample_size,
    placed.entry.played_on::date as played_on,
from placed
inner join titles on titles.record = placed.record
left join names on names.player_id = placed.entry.player_id
inner join sample_sizes
    on sample_sizes.is_of_rounds = (placed.record = 'fastest_set')
    and sample_sizes.period_kind = placed.period_kind
    and sample_sizes.period = placed.period
    and sample_sizes.scope = placed.scope
    and sample_sizes.map_name is not distinct from placed.scope_map_name
-- a season on one map has a best, and no list
where placed.place <= if(placed.period_kind = 'season' and placed.scope = 'map', 1, 5)
