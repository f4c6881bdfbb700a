select
    *,
    strftime(newest_at, '%Y-%m-%d') as newest_text,
from rpt_legacy_findings
order by sort_order, server, source_name
