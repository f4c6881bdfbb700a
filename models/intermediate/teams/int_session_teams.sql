-- One team of a session with its name and points
with

players as (

    select * from {{ ref('int_session_team_players') }}

),

names as (

    select * from {{ ref('int_player_names') }}
    where is_current

),

annotations as (

    select
        aliases.session_id,
        annotations.field as team,
        arg_max(annotations.value, annotations.annotated_at) as annotated_name,
    from {{ ref('int_annotations__standing') }} as annotations
    inner join {{ ref('int_session_aliases') }} as aliases on aliases.session_alias = annotations.subject
    where annotations.kind = 'name_team'
    group by all

),

matches as (

    select * from {{ ref('fct_matches') }}
    where is_counted

),

points as (

    select
        session_id,
        unnest(['A', 'B']) as team,
        unnest([team_a_points, team_b_points]) as points,
        winner_team,
    from matches

),

scores as (

    select
        session_id,
        team,
        sum(points)::integer as points,
        count(*)::integer as match_count,
        count(*) filter (winner_team = team)::integer as matches_won,
        count(*) filter (winner_team = 'draw')::integer as matches_drawn,
    from points
    group by all

),

captains as (

    select
        players.session_id,
        players.team,
        coalesce(names.player_name, players.player_name, players.player_id) as captain_name,
        count(*) over (partition by players.session_id, players.team)::integer as player_count,
    from players
    left join names on names.player_id = players.player_id
    qualify row_number() over (
        partition by players.session_id, players.team
        order by players.round_count desc, players.player_id
    ) = 1

)

select
    scores.session_id,
    scores.team,
    coalesce(annotations.annotated_name, 'Team ' || captains.captain_name, 'Team ' || scores.team) as team_name,
    annotations.annotated_name is not null as is_named_by_person,
    scores.points,
    scores.match_count,
    scores.matches_won,
    scores.matches_drawn,
    scores.match_count - scores.matches_won - scores.matches_drawn as matches_lost,
    coalesce(captains.player_count, 0) as player_count,
from scores
left join captains on captains.session_id = scores.session_id and captains.team = scores.team
left join annotations on annotations.session_id = scores.session_id and annotations.team = scores.team
