-- The tracker writes sides in words; spectators have none (docs/formats/proximity-files.md §4)
with

examples (written, expected) as (

    values
        ('AXIS', 1),
        ('ALLIES', 2),
        ('SPEC', null),
        ('axis', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ side_of_team('written') }} as actual,
from examples
where actual is distinct from expected
