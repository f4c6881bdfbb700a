select
    round_id,
    award_label,
    player_id,
    coalesce('/players/' || player_id || '/', '') as link,
    player_name,
    value_text,
    unit,
    scope,
    sort_order,
from fct_awards
order by round_id, sort_order
