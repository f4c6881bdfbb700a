select
    *,
    '/sessions/' || session_id || '/' as link,
    strftime(played_on, '%Y-%m-%d') as played_text,
from rpt_session_timings
order by order_at desc, session_id
