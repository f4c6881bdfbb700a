-- Who is stronger in attack, who in defence? (edit `parameters`)
-- gives: player, attack_damage_per_minute, defence_damage_per_minute, difference, attack_kill_death_ratio, defence_kill_death_ratio, attack_rounds, defence_rounds
with

parameters as (

    select 5 as least_rounds

),

by_role as (

    select
        players.player_id,
        60.0 * sum(players.damage_given) filter (players.side <> rounds.defender_side)
        / nullif(sum(players.played_seconds) filter (players.side <> rounds.defender_side), 0) as attack_damage_per_minute,
        60.0 * sum(players.damage_given) filter (players.side = rounds.defender_side)
        / nullif(sum(players.played_seconds) filter (players.side = rounds.defender_side), 0) as defence_damage_per_minute,
        sum(players.kills) filter (players.side <> rounds.defender_side)
        / nullif(sum(players.deaths) filter (players.side <> rounds.defender_side), 0) as attack_kill_death_ratio,
        sum(players.kills) filter (players.side = rounds.defender_side)
        / nullif(sum(players.deaths) filter (players.side = rounds.defender_side), 0) as defence_kill_death_ratio,
        count(*) filter (players.side <> rounds.defender_side) as attack_rounds,
        count(*) filter (players.side = rounds.defender_side) as defence_rounds,
    from fct_player_rounds as players
    inner join fct_rounds as rounds on rounds.round_id = players.round_id
    where players.is_counted
        and not players.is_bot
    group by all

)

select
    players.player_name as player,
    round(by_role.attack_damage_per_minute, 1) as attack_damage_per_minute,
    round(by_role.defence_damage_per_minute, 1) as defence_damage_per_minute,
    round(by_role.attack_damage_per_minute - by_role.defence_damage_per_minute, 1) as difference,
    round(by_role.attack_kill_death_ratio, 2) as attack_kill_death_ratio,
    round(by_role.defence_kill_death_ratio, 2) as defence_kill_death_ratio,
    by_role.attack_rounds,
    by_role.defence_rounds,
from by_role
cross join parameters
inner join dim_players as players on players.player_id = by_role.player_id
where least(by_role.attack_rounds, by_role.defence_rounds) >= parameters.least_rounds
order by difference desc, players.player_name
