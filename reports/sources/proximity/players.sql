select *
from rpt_proximity_players
order by scope_kind, scope_id, player_id
