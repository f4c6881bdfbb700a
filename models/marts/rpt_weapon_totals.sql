-- One weapon in one period, over everybody
with

player_weapons as (

    select * from {{ ref('rpt_player_weapons') }}

),

weapons as (

    select * from {{ ref('dim_weapons') }}

),

summed as (

    select
        weapon,
        period_kind,
        period,
        count(distinct player_id) filter (shots + kills > 0) as player_count,
        sum(kills) as kills,
        sum(deaths) as deaths,
        sum(headshots) as headshots,
        sum(hits) as hits,
        sum(shots) as shots,
    from player_weapons
    group by all

)

select
    ---------- ids
    summed.weapon::varchar as weapon,

    ---------- text
    summed.period_kind::varchar as period_kind,
    summed.period::varchar as period,
    weapons.weapon_name::varchar as weapon_name,
    weapons.weapon_class::varchar as weapon_class,

    ---------- numbers
    summed.player_count::integer as player_count,
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    summed.headshots::integer as headshots,
    summed.hits::integer as hits,
    summed.shots::integer as shots,
    {{ percent_of('summed.kills', 'sum(summed.kills) over (partition by summed.period)') }} as kill_share_percent,
    if(weapons.is_gun, {{ percent_of('summed.hits', 'summed.shots') }}, null) as accuracy_percent,
    if(weapons.is_gun, {{ percent_of('summed.headshots', 'summed.hits') }}, null) as headshot_accuracy_percent,
from summed
inner join weapons on weapons.weapon = summed.weapon
where summed.kills + summed.deaths + summed.shots > 0
