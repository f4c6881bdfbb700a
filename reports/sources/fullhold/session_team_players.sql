select
    session_id,
    team,
    player_id,
    '/players/' || player_id || '/' as link,
    coalesce(player_name, player_id) as player_name,
    round_count,
    match_count,
    is_substitute,
from fct_session_team_players
order by session_id, team, is_substitute, round_count desc, player_id
