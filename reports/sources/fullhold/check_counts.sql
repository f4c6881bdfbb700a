select *
from rpt_check_counts
order by sort_order
