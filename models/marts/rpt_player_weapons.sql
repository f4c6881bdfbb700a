-- One person with one weapon in one period
with

weapon_rounds as (

    select * from {{ ref('fct_player_weapon_rounds') }}
    where is_counted

),

bots as (

    select round_id, player_id from {{ ref('fct_player_rounds') }}
    where is_bot

),

weapons as (

    select * from {{ ref('dim_weapons') }}

),

names as (

    select * from {{ ref('dim_players') }}

),

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

rounds as (

    select
        rounds.round_id,
        {{ season_of('rounds.played_on') }} as season,
        {{ is_recent('rounds.order_at', 'builds.as_of') }} as is_recent,
    from {{ ref('fct_rounds') }} as rounds
    cross join builds

),

-- millions of rows become thousands before each of them counts in three periods
summed_by_season as (

    select
        rounds.season,
        rounds.is_recent,
        weapon_rounds.player_id,
        weapon_rounds.weapon,
        count(*) filter (weapon_rounds.kills + weapon_rounds.shots > 0) as round_count,
        {% for name in weapon_counters() -%}
        sum(weapon_rounds.{{ name }}) as {{ name }},
        {% endfor -%}
    from weapon_rounds
    inner join rounds on rounds.round_id = weapon_rounds.round_id
    anti join bots
        on bots.round_id = weapon_rounds.round_id
        and bots.player_id = weapon_rounds.player_id
    group by all

),

in_periods as (

    select
        *,
        {{ periods_of('season', 'is_recent') }},
    from summed_by_season

),

summed as (

    select
        period_kind,
        period,
        player_id,
        weapon,
        sum(round_count) as round_count,
        {% for name in weapon_counters() -%}
        sum({{ name }}) as {{ name }},
        {% endfor -%}
    from in_periods
    where period_kind is not null
    group by all

)

select
    ---------- ids
    summed.player_id::varchar as player_id,
    summed.weapon::varchar as weapon,

    ---------- text
    summed.period_kind::varchar as period_kind,
    summed.period::varchar as period,
    names.player_name::varchar as player_name,
    weapons.weapon_name::varchar as weapon_name,
    weapons.weapon_class::varchar as weapon_class,

    ---------- numbers
    summed.round_count::integer as round_count,
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    summed.headshots::integer as headshots,
    summed.hits::integer as hits,
    summed.shots::integer as shots,
    if(weapons.is_gun, {{ percent_of('summed.hits', 'summed.shots') }}, null) as accuracy_percent,
    if(weapons.is_gun, {{ percent_of('summed.headshots', 'summed.hits') }}, null) as headshot_accuracy_percent,
from summed
inner join names on names.player_id = summed.player_id
inner join weapons on weapons.weapon = summed.weapon
