-- 1 is Axis and 2 is Allies; nothing else is a side, and no side is guessed (docs/contracts/score.md §1)
with

examples (written, expected) as (

    values
        ('1', 1),
        ('2', 2),
        ('0', null),
        ('3', null),
        ('9', null),
        ('-1', null),
        (' 1', null),
        ('1.0', null),
        ('01', null),
        ('Axis', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ side('written') }} as actual,
from examples
where actual is distinct from expected
