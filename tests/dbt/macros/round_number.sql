-- A round is the first or the second half of a map; nothing else is a round (docs/contracts/identity.md §1)
with

examples (written, expected) as (

    values
        ('1', 1),
        ('2', 2),
        ('0', null),
        ('3', null),
        ('01', null),
        (' 1', null),
        ('one', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ round_number('written') }} as actual,
from examples
where actual is distinct from expected
