select
    session_id::varchar as session_id,
    team::varchar as team,
    team_name::varchar as team_name,
    is_named_by_person::boolean as is_named_by_person,
    points::integer as points,
    match_count::integer as match_count,
    matches_won::integer as matches_won,
    matches_drawn::integer as matches_drawn,
    matches_lost::integer as matches_lost,
    player_count::integer as player_count,
from {{ ref('int_session_teams') }}
