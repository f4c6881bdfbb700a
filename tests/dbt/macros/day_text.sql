-- A day with its weekday
with

examples (played_on, expected) as (

    values
        (date '2025-09-03', 'Wed 3 Sep 2025'),
        (date '2025-12-31', 'Wed 31 Dec 2025'),
        (null, null)

)

select
    *,
    {{ day_text('played_on') }} as actual,
from examples
where actual is distinct from expected
