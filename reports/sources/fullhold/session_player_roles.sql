select
    session_id,
    player_id,
    player_name,
    stopwatch_role,
    round_count,
    damage_per_minute,
    kill_death_ratio,
from rpt_session_player_roles
order by session_id, player_name, stopwatch_role
