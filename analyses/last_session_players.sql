-- Who played how in the last evening?
-- gives: player, team, rounds, maps_won, minutes, damage_per_minute, kills, deaths, kill_death_ratio, accuracy_percent, headshot_kill_percent, revives, useful_kill_percent
with

evening as (

    select session_id
    from fct_sessions
    order by order_at desc, session_id
    limit 1

)

select
    players.player_name as player,
    coalesce(teams.team_name, 'both') as team,
    players.round_count as rounds,
    players.matches_won || ' of ' || players.match_count as maps_won,
    round(players.played_seconds / 60, 1) as minutes,
    round(players.damage_per_minute) as damage_per_minute,
    players.kills,
    players.deaths,
    round(players.kill_death_ratio, 2) as kill_death_ratio,
    round(players.accuracy_percent, 1) as accuracy_percent,
    round(players.headshot_kill_percent, 1) as headshot_kill_percent,
    players.revives,
    round(players.useful_kill_percent, 1) as useful_kill_percent,
from evening
inner join fct_session_players as players on players.session_id = evening.session_id
left join fct_session_teams as teams
    on teams.session_id = players.session_id
    and teams.team = players.team
order by players.damage_per_minute desc nulls last, players.player_name
