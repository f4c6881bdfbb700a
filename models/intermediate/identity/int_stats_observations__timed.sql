-- One stats observation with the instant of its stamp (docs/contracts/time.md §2)
{{ config(materialized='view') }}

select
    observations.*,
    instants.stamp_at,
    instants.stamp_unavailable_reason,
    instants.order_at,
    instants.time_zone,
from {{ ref('int_stats_observations') }} as observations
inner join {{ ref('int_stats_observations__instants') }} as instants on instants.round_id = observations.round_id
