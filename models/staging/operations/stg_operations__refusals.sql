-- Something that was offered and refused, with the reason
with

refusals as (

    select * from {{ source('raw', 'refusals') }}

)

select
    server,
    source_name,
    kind,
    file_name,
    sha256 as raw_sha256,
    reason,
    detail,
    size_bytes,
    received_at,
from refusals
