-- One person with one weapon in one period
with

weapon_rounds as (

    select * from {{ ref('fct_player_weapon_rounds') }}
    where is_counted

),

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}
    where not is_bot

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

in_periods as (

    select
        weapon_rounds.*,
        {{ in_periods('player_rounds.order_at', 'player_rounds.played_on', 'builds.as_of') }},
    from weapon_rounds
    inner join player_rounds
        on player_rounds.round_id = weapon_rounds.round_id
        and player_rounds.player_id = weapon_rounds.player_id
    cross join builds

),

summed as (

    select
        period_kind,
        period,
        player_id,
        weapon,
        count(*) filter (kills + shots > 0) as round_count,
        sum(kills) as kills,
        sum(deaths) as deaths,
        sum(headshots) as headshots,
        sum(hits) as hits,
        sum(shots) as shots,
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
