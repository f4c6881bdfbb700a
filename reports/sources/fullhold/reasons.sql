select
    reason_code,
    sentence,
from dim_reasons
order by reason_code
