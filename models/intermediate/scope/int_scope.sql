-- One block of time that this build works on, with a margin: a stamp of the doubled hour may be read an hour earlier or later than before
select
    block_number,
    min(placed_at) - interval 90 minutes as from_at,
    max(placed_at) + interval 90 minutes as until_at,
from {{ ref('int_arrivals__in_scope') }}
group by block_number
