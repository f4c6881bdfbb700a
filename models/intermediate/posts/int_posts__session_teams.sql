-- One evening with its two teams: name, points and roster, those who joined later marked
with

teams as (

    select * from {{ ref('fct_session_teams') }}

),

players as (

    select
        session_id,
        team,
        list(
            {'name': player_name, 'is_substitute': is_substitute, 'rounds': round_count}
            order by is_substitute, round_count desc, player_id
        ) as roster,
    from {{ ref('fct_session_team_players') }}
    group by session_id, team

)

select
    teams.session_id,
    list(
        {
            'team': teams.team,
            'name': teams.team_name,
            'points': teams.points,
            'roster': coalesce(players.roster, [])
        }
        order by teams.team
    ) as teams,
from teams
left join players on players.session_id = teams.session_id and players.team = teams.team
group by teams.session_id
