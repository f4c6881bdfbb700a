select
    check_code,
    subject,
    severity,
    sentence,
    detail,
    round_id,
    blocks_counting,
from fct_round_checks
order by check_code, subject
