select
    round_id,
    match_id,
    player_id,
    '/players/' || player_id || '/' as link,
    player_name,
    side_name,
    round_number,
    played_seconds,
    own_clock_seconds,
    time_dead_seconds,
    lua_dead_seconds,
    dead_difference_seconds,
    lua_dead_percent,
    lua_dead_unavailable_reason,
    is_dead_time_capped,
from fct_player_round_timings
order by match_id, round_number, side_name, lua_dead_seconds desc nulls last, player_id
