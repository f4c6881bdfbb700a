-- One server that a webhook speaks for, as configured last. A webhook may be shared by several servers.
{{ config(materialized='view') }}

with

configured as (

    select * from {{ ref('stg_operations__source_configs') }}
    where webhook_ids is not null
    qualify row_number() over (partition by server, source_name order by configured_at desc) = 1

)

select distinct
    unnest(regexp_extract_all(webhook_ids, '\d+')) as webhook_id,
    server,
from configured
