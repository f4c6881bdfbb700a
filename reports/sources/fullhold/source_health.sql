select
    *,
    strftime(newest_received_at, '%Y-%m-%d %H:%M') as newest_received_text,
from fct_source_health
order by server, source_name, kind
