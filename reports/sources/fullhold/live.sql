select
    *,
    '/sessions/' || session_id || '/' as link,
    strftime(last_round_ended_at, '%Y-%m-%d %H:%M UTC') as updated_text,
from rpt_live_pages
order by server
