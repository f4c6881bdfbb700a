-- Who hits best with which gun? (edit `parameters`)
-- gives: weapon, place, player, accuracy_percent, shots, kills, headshot_percent
with

parameters as (

    select 300 as least_shots

),

by_weapon as (

    select
        weapons.weapon_name as weapon,
        shooting.player_id,
        sum(shooting.hits) as hits,
        sum(shooting.shots) as shots,
        sum(shooting.kills) as kills,
        sum(shooting.headshots) as headshots,
    from fct_player_weapon_rounds as shooting
    inner join dim_weapons as weapons on weapons.weapon = shooting.weapon
    where shooting.is_counted
        and weapons.is_gun
    group by all

),

ranked as (

    select
        by_weapon.*,
        players.player_name as player,
        row_number() over (
            partition by by_weapon.weapon
            order by by_weapon.hits / by_weapon.shots desc, by_weapon.player_id
        ) as place,
    from by_weapon
    inner join dim_players as players on players.player_id = by_weapon.player_id
    cross join parameters
    where by_weapon.shots >= parameters.least_shots

)

select
    weapon,
    place,
    player,
    round(100.0 * hits / shots, 1) as accuracy_percent,
    shots::integer as shots,
    kills::integer as kills,
    round(100.0 * headshots / nullif(hits, 0), 1) as headshot_percent,
from ranked
where place <= 5
order by weapon, place
