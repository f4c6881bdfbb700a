-- One look at a source: what it listed, or why it could not be looked at
with

source_checks as (

    select * from {{ source('raw', 'source_checks') }}

)

select
    server,
    source_name,
    kind,
    listed_count,
    newest_name,
    error,
    checked_at,
from source_checks
