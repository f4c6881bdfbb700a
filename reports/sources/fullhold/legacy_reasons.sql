select *
from rpt_legacy_reasons
order by sort_order, server, source_name, is_proposed desc, finding_count desc, not_proposed_reason
