select
    fingerprint::varchar as fingerprint,
    round_id::varchar as round_id,
    server::varchar as server,
    fingerprint_level::varchar as fingerprint_level,
    is_unique::boolean as is_unique,
    is_unique_overall::boolean as is_unique_overall,
from {{ ref('int_round_fingerprints') }}
