-- Seconds as people say them; what is unknown has no text
with

examples (seconds, expected) as (

    values
        (531.0, '8:51'),
        (720, '12:00'),
        (7.9, '0:07'),
        (0, '0:00'),
        (4265, '71:05'),
        (466.98, '7:46'),
        (null, null)

)

select
    *,
    {{ clock_text('seconds') }} as actual,
from examples
where actual is distinct from expected
