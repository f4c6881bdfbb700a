-- One person in one round under the key of everything his weapon rows depend on, so that they are written once
select
    round_id,
    line_player_id,
    player_id,
    is_counted,
    {{ short_id("difference_key || '|' || line_player_id || '|' || player_id || '|' || is_counted") }} as weapon_key,
from {{ ref('int_player_rounds__described') }}
