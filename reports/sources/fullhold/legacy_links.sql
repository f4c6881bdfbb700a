select
    finding_id,
    row_key,
    finding,
    sentence,
    map_name,
    round_number,
    stored_round_name,
    proven_round_name,
    seconds_apart,
    confidence,
    is_proposed,
    strftime(order_at, '%Y-%m-%d') as played_text,
    order_at,
from fct_legacy_link_findings
order by order_at desc, finding_id
