-- One round with its best fingerprint: a stated start, else a stated end, else a clock; among several the authority's, then the smallest
{{ config(materialized='view') }}

select
    round_id,
    round_fingerprint as fingerprint,
    fingerprint_level,
from {{ rows_in_scope('fct_round_events') }}
where round_id is not null and round_fingerprint is not null
qualify row_number() over (
    partition by round_id
    order by
        source = 'legacy_row',
        case fingerprint_level when 'start' then 0 when 'end' then 1 else 2 end,
        case source when 'stats_ready' then 0 when 'gametime_fallback' then 0 when 'proximity_file' then 1 when 'stats_file' then 2 else 3 end,
        round_fingerprint
) = 1
