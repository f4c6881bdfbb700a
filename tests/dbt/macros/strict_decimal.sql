-- Only what the game itself would write is a number; what a cast would accept is not enough (docs/formats/stats-files.md §3)
with

examples (written, expected) as (

    values
        ('0', 0),
        ('5', 5),
        ('5.5', 5.5),
        ('-5.5', -5.5),
        ('716261', 716261),
        ('1.', null),
        ('.5', null),
        ('1.2.3', null),
        ('1e3', null),
        ('0x1F', null),
        ('5,5', null),
        (' 5.5', null),
        ('+5.5', null),
        ('inf', null),
        ('nan', null),
        ('1000000000', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ strict_decimal('written') }} as actual,
from examples
where actual is distinct from expected
