-- Squares of 512 units, also below zero
with

examples (coordinate, expected) as (

    values
        (0.0, 0),
        (511.9, 0),
        (512.0, 1),
        (-0.1, -1),
        (-512.0, -1),
        (-512.1, -2),
        (null, null)

)

select
    *,
    {{ map_cell('coordinate') }} as actual,
from examples
where actual is distinct from expected
