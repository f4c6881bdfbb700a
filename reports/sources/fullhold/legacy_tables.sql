select
    server,
    source_name,
    table_name,
    table_state,
    read_from,
    missing_columns,
    row_count,
    strftime(snapshot_at, '%Y-%m-%d %H:%M') as snapshot_text,
from fct_legacy_tables
order by server, source_name, table_name
