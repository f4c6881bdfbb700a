select
    server,
    source_name,
    file_name,
    reason,
    strftime(received_at, '%Y-%m-%d %H:%M') as received_text,
    received_at,
from fct_refusals
order by received_at desc, file_name
