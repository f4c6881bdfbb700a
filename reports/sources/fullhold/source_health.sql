select
    *,
    strftime(newest_received_at, '%Y-%m-%d %H:%M') as newest_received_text,
    strftime(last_look_at, '%Y-%m-%d %H:%M') as last_look_text,
from fct_source_health
order by server, source_name, kind
