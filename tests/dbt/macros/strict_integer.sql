-- Only what the game itself would write is a number; what a cast would accept is not enough (docs/formats/stats-files.md §4)
with

examples (written, expected) as (

    values
        ('0', 0),
        ('5', 5),
        ('-5', -5),
        ('007', 7),
        ('999999999', 999999999),
        ('1000000000', null),
        ('1e3', null),
        ('0x1F', null),
        ('5.5', null),
        ('5.0', null),
        (' 5', null),
        ('5 ', null),
        ('+5', null),
        ('--5', null),
        ('1_000', null),
        ('٣', null),
        ('five', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ strict_integer('written') }} as actual,
from examples
where actual is distinct from expected
