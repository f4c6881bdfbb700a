-- A written side states a side, or nothing (0, empty), or something that is no side (docs/contracts/score.md §3)
with

examples (written, expected) as (

    values
        ('1', 'valid'),
        ('2', 'valid'),
        ('0', 'absent'),
        ('', 'absent'),
        (null, 'absent'),
        ('3', 'invalid'),
        ('9', 'invalid'),
        ('-1', 'invalid'),
        ('Axis', 'invalid'),
        (' 1', 'invalid')

)

select
    *,
    {{ side_statement('written') }} as actual,
from examples
where actual is distinct from expected
