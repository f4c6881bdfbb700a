-- A share of nothing, or of something unknown, is unknown and not 0 (docs/contracts/players.md §4)
with

examples (numerator, denominator, expected) as (

    values
        (3, 4, 0.75),
        (0, 4, 0),
        (-3, 4, -0.75),
        (3, 0, null),
        (0, 0, null),
        (3, null, null),
        (null, 4, null)

)

select
    *,
    {{ ratio('numerator', 'denominator') }} as actual,
from examples
where actual is distinct from expected::double
