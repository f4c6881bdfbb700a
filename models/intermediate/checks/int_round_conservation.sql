-- One round and whether what was given in it was received in it (docs/formats/stats-files.md §8)
with

player_rounds as (

    select * from {{ ref('int_player_rounds__differenced') }}

),

weapon_rounds as (

    select * from {{ ref('int_player_weapon_rounds__differenced') }}

),

by_weapon as (

    select
        round_id,
        weapon_bit,
        sum(kills) - sum(deaths) as surplus,
    from weapon_rounds
    group by all

),

kills as (

    select
        round_id,
        sum(abs(surplus)) as kill_difference,
    from by_weapon
    group by all

),

damage as (

    select
        round_id,
        sum(damage_given) - sum(damage_received) as damage_difference,
        sum(team_damage_given) - sum(team_damage_received) as team_damage_difference,
        count(*) filter (difference_mode = 'reset') as reset_count,
        max(minutes_played) - min(minutes_played) as minutes_spread,
    from player_rounds
    group by all

)

select
    damage.round_id,
    coalesce(kills.kill_difference, 0)::integer as kill_difference,
    damage.damage_difference::integer as damage_difference,
    damage.team_damage_difference::integer as team_damage_difference,
    case
        when reset_count > 0 then 'a player reconnected in the second half'
        when minutes_spread > 0.15 then 'a player reconnected in the round (his clock is shorter than the others)'
        else 'a player line is missing or was cut off'
    end as likely_cause,
from damage
left join kills on kills.round_id = damage.round_id
