select
    player_id::varchar as player_id,
    player_name::varchar as player_name,
    round_count::integer as round_count,
    is_current::boolean as is_current,
    first_used_on::date as first_used_on,
    last_used_on::date as last_used_on,
from {{ ref('int_player_names') }}
