select
    *,
    replace(source, '_', ' ') as source_text,
    strftime(day_on, '%Y-%m-%d') as day_text,
from rpt_ingest_daily
order by day_on, server, source
