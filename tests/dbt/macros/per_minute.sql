-- Per minute of play; who played for no known time has no rate (docs/contracts/players.md §4)
with

examples (quantity, seconds, expected) as (

    values
        (1490, 298, 300),
        (2, 30, 4),
        (0, 298, 0),
        (10, 0, null),
        (10, null, null),
        (null, 298, null)

)

select
    *,
    {{ per_minute('quantity', 'seconds') }} as actual,
from examples
where actual is distinct from expected::double
