-- One server with the time zone of its clock, as configured last
select
    server,
    time_zone,
from {{ ref('stg_operations__source_configs') }}
qualify row_number() over (partition by server order by configured_at desc, source_name) = 1
