-- How did a player's last ten evenings compare with his own average? (edit `parameters`)
-- gives: played_on, player, rounds, damage_per_minute, own_average, difference, kill_death_ratio, own_kill_death_ratio, maps_won
with

parameters as (

    -- a player id or part of a name; null takes whoever played the most rounds
    select null::varchar as player

),

chosen as (

    select
        players.player_id,
        players.player_name,
    from dim_players as players
    cross join parameters
    where parameters.player is null
        or players.player_id = upper(parameters.player)
        or contains(lower(players.player_name), lower(parameters.player))
    order by players.round_count desc, players.player_id
    limit 1

),

evenings as (

    select
        sessions.*,
        fct_sessions.order_at,
        60.0 * sum(sessions.damage_given) over () / sum(sessions.played_seconds) over () as own_average,
        sum(sessions.kills) over () / nullif(sum(sessions.deaths) over (), 0) as own_kill_death_ratio,
    from chosen
    inner join fct_session_players as sessions on sessions.player_id = chosen.player_id
    inner join fct_sessions on fct_sessions.session_id = sessions.session_id

)

select
    evenings.played_on,
    chosen.player_name as player,
    evenings.round_count as rounds,
    round(evenings.damage_per_minute, 1) as damage_per_minute,
    round(evenings.own_average, 1) as own_average,
    round(evenings.damage_per_minute - evenings.own_average, 1) as difference,
    round(evenings.kill_death_ratio, 2) as kill_death_ratio,
    round(evenings.own_kill_death_ratio, 2) as own_kill_death_ratio,
    evenings.matches_won || ' of ' || evenings.match_count as maps_won,
from evenings
inner join chosen on chosen.player_id = evenings.player_id
order by evenings.order_at desc
limit 10
