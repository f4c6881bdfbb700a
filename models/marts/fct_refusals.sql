select
    server::varchar as server,
    source_name::varchar as source_name,
    kind::varchar as kind,
    file_name::varchar as file_name,
    raw_sha256::varchar as sha256,
    reason::varchar as reason,
    detail::varchar as detail,
    size_bytes::bigint as size_bytes,
    received_at::timestamptz as received_at,
from {{ ref('stg_operations__refusals') }}
