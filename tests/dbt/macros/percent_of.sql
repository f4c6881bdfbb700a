-- A share of nothing, or of something unknown, is unknown and not 0 (docs/contracts/players.md §4)
with

examples (part, whole, expected) as (

    values
        (1, 4, 25),
        (5, 4, 125),
        (0, 4, 0),
        (1, 0, null),
        (1, null, null),
        (null, 4, null)

)

select
    *,
    {{ percent_of('part', 'whole') }} as actual,
from examples
where actual is distinct from expected::double
