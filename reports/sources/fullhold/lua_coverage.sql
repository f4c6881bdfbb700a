select
    *,
    strftime(newest_with_lua_at, '%Y-%m-%d %H:%M') as newest_with_lua_text,
from rpt_lua_coverage
order by server, period, round_number
