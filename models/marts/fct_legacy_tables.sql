select
    server::varchar as server,
    source_name::varchar as source_name,
    table_name::varchar as table_name,
    table_state::varchar as table_state,
    read_from::varchar as read_from,
    server_version::varchar as server_version,
    columns::varchar as columns,
    nullif(missing_columns, '')::varchar as missing_columns,
    row_count::bigint as row_count,
    snapshot_at::timestamptz as snapshot_at,
    received_at::timestamptz as received_at,
from {{ ref('stg_legacy__tables') }}
