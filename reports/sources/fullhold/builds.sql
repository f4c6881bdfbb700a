select
    *,
    strftime(started_at, '%Y-%m-%d %H:%M') as started_text,
    strftime(as_of, '%Y-%m-%d %H:%M') as as_of_text,
from rpt_builds
order by started_at desc
