select
    *,
    strftime(played_on, '%Y-%m-%d') as played_text,
from rpt_daily_rounds
order by played_on, server
