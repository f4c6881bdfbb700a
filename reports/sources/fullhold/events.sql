select
    event_id,
    server,
    round_id,
    replace(source, '_', ' ') as source_text,
    map_name,
    coalesce(filename, 'message ' || message_id, 'unavailable') as file_name,
    coalesce(fingerprint_level, 'unavailable') as fingerprint_level,
    coalesce(round_fingerprint, 'unavailable') as round_fingerprint,
    parse_status,
    replace(link_status, '_round_id', '') as link_status,
    coalesce(confidence, 'not linked') as confidence,
    reason_code,
    left(raw_sha256, 12) as raw_sha256,
    strftime(received_at, '%Y-%m-%d %H:%M') as received_text,
    received_at,
from fct_round_events
order by received_at desc, event_id
