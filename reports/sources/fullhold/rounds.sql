select *
from rpt_round_pages
order by order_at desc, round_id
