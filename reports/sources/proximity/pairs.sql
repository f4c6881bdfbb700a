select * exclude (damage), damage::double as damage,
from rpt_proximity_pairs
order by scope_kind, scope_id, place
