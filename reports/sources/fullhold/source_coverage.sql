select
    *,
    replace(source, '_', ' ') as source_text,
    strftime(newest_covered_at, '%Y-%m-%d %H:%M') as newest_covered_text,
from rpt_source_coverage
order by server, source, round_number
