select
    *,
    '/sessions/' || session_id || '/' as link,
from rpt_session_pages
order by order_at desc, session_id
