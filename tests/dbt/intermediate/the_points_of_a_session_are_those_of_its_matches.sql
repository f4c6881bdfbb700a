-- Teams and sessions add up the same matches (docs/contracts/score.md §7)
with

teams as (

    select
        session_id,
        sum(points) filter (team = 'A') as team_a_points,
        sum(points) filter (team = 'B') as team_b_points,
        max(match_count) as match_count,
    from {{ ref('int_session_teams') }}
    group by all

)

select
    sessions.session_id,
    sessions.team_a_points,
    sessions.team_b_points,
    sessions.counted_match_count,
from {{ ref('int_sessions') }} as sessions
left join teams on teams.session_id = sessions.session_id
where sessions.team_a_points is distinct from teams.team_a_points
    or sessions.team_b_points is distinct from teams.team_b_points
    or sessions.counted_match_count <> coalesce(teams.match_count, 0)
    or sessions.counted_match_count * 2 <> coalesce(teams.team_a_points + teams.team_b_points, 0)
