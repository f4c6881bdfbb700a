select
    player_id,
    player_name,
    round_count,
    is_current,
    strftime(first_used_on, '%Y-%m-%d') as first_used_text,
    strftime(last_used_on, '%Y-%m-%d') as last_used_text,
from dim_player_names
order by player_id, round_count desc, player_name
