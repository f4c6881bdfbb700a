select
    *,
    '/players/' || other_player_id || '/' as link,
from rpt_player_partners
order by player_id, relation, match_count desc, other_player_id
