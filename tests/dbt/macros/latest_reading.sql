-- In the doubled hour of autumn a local clock has two readings and this is the second; in the skipped hour of spring it has none (docs/contracts/time.md §1)
with

examples (time_zone, local_clock, expected) as (

    values
        ('Europe/Ljubljana', timestamp '2025-07-01 20:00:00', timestamptz '2025-07-01 18:00:00+00'),
        ('Europe/Ljubljana', timestamp '2025-10-26 01:59:59', timestamptz '2025-10-25 23:59:59+00'),
        ('Europe/Ljubljana', timestamp '2025-10-26 02:30:00', timestamptz '2025-10-26 01:30:00+00'),
        ('Europe/Ljubljana', timestamp '2025-10-26 03:00:00', timestamptz '2025-10-26 02:00:00+00'),
        ('Europe/Ljubljana', timestamp '2025-03-30 02:30:00', null),
        ('Europe/Ljubljana', timestamp '2025-03-30 03:00:00', timestamptz '2025-03-30 01:00:00+00'),
        ('America/New_York', timestamp '2025-07-01 20:00:00', timestamptz '2025-07-02 00:00:00+00'),
        ('America/New_York', timestamp '2025-11-02 01:30:00', timestamptz '2025-11-02 06:30:00+00'),
        ('America/New_York', timestamp '2025-03-09 02:30:00', null),
        ('UTC', timestamp '2025-10-26 02:30:00', timestamptz '2025-10-26 02:30:00+00'),
        ('UTC', timestamp '2025-03-30 02:30:00', timestamptz '2025-03-30 02:30:00+00')

)

select
    *,
    {{ latest_reading('local_clock', 'time_zone') }} as actual,
from examples
where actual is distinct from expected
