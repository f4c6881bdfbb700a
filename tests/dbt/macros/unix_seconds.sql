-- Seconds of a clock that is set; 0 and what no clock says are unknown (docs/formats/proximity-files.md §3)
with

examples (written, expected) as (

    values
        ('1770843722', 1770843722),
        ('0', null),
        ('999999999', null),
        ('9999999999', null),
        ('1770843722.5', null),
        ('-1770843722', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ unix_seconds('written') }} as actual,
from examples
where actual is distinct from expected
