select *
from rpt_proximity_summaries
order by scope_kind, scope_id
