-- Minutes and two digits of seconds; 0:00 means that the time is unknown (docs/formats/stats-files.md §3)
with

examples (written, expected) as (

    values
        ('12:00', 720),
        ('8:51', 531),
        ('0:07', 7),
        ('71:05', 4265),
        ('120:00', 7200),
        ('0:00', null),
        ('00:00', null),
        ('8:60', null),
        ('8:5', null),
        ('8:051', null),
        ('-8:51', null),
        (' 8:51', null),
        ('20.00', null),
        ('12', null),
        ('1:02:03', null),
        ('99999:00', null),
        ('', null),
        (null, null)

)

select
    *,
    {{ clock_seconds('written') }} as actual,
from examples
where actual is distinct from expected
