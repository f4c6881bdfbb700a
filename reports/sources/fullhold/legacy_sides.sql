select
    finding_id,
    row_key,
    round_id,
    finding,
    sentence,
    side_kind,
    map_name,
    round_number,
    stored_side_name,
    proven_side_name,
    not_proposed_reason,
    is_proposed,
    strftime(played_on, '%Y-%m-%d') as played_text,
    order_at,
from fct_legacy_side_findings
order by order_at desc, finding_id
