-- One table of an existing database at the newest look that saw a change of it
with

looks as (

    select * from {{ source('raw', 'legacy_looks') }}

)

select
    ---------- ids
    server,
    source_name,
    table_name,

    ---------- text
    table_state,
    read_from,
    server_version,
    columns,
    missing_columns,

    ---------- numbers
    row_count,

    ---------- times
    snapshot_at,
    received_at,
from looks
qualify row_number() over (partition by server, source_name, table_name order by look_number desc) = 1
