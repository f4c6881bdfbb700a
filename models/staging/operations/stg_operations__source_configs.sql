-- One server or source as it was configured from that moment on
with

source_configs as (

    select * from {{ source('raw', 'source_configs') }}

)

select
    server,
    source_name,
    kind,
    time_zone,
    webhook_ids,
    configured_at,
from source_configs
