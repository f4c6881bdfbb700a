select *
from rpt_timing_pages
order by order_at desc, round_id
