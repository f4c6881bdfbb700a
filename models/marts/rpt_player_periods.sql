-- One person in one period, with all his numbers
with

periods as (

    select * from {{ ref('int_player_periods') }}

),

names as (

    select * from {{ ref('dim_players') }}

),

named as (

    select
        periods.* exclude (player_name),
        names.player_name,
    from periods
    inner join names on names.player_id = periods.player_id

)

select
    ---------- ids
    player_id::varchar as player_id,

    ---------- text
    period_kind::varchar as period_kind,
    period::varchar as period,
    player_name::varchar as player_name,

    ---------- numbers
    round_count::integer as round_count,
    match_count::integer as match_count,
    matches_won::integer as matches_won,
    match_win_percent::double as match_win_percent,
    played_seconds::decimal(12, 3) as played_seconds,
    {% for name in ['kills', 'deaths', 'damage_given', 'damage_received', 'gibs', 'self_kills', 'team_kills', 'revives', 'times_revived', 'headshot_kills', 'useful_kills', 'kill_assists', 'objectives_stolen', 'objectives_returned', 'dynamites_planted', 'dynamites_defused', 'killing_spree', 'xp'] -%}
    {{ name }}::integer as {{ name }},
    {% endfor -%}
    {% for name in ['damage_per_minute', 'kills_per_minute', 'deaths_per_minute', 'denied_seconds_per_minute', 'revives_per_minute', 'kill_death_ratio', 'efficiency_percent', 'accuracy_percent', 'headshot_accuracy_percent', 'headshot_kill_percent', 'useful_kill_percent', 'damage_ratio', 'alive_percent'] -%}
    {{ name }}::double as {{ name }},
    {% endfor %}
from named
