select
    *,
    replace(source, '_', ' ') as source_text,
    strftime(newest_at, '%Y-%m-%d %H:%M') as newest_text,
from rpt_unlinked_events
order by event_count desc, server, source, reason_code
