-- In the doubled hour of autumn a local clock has two readings, in the skipped hour of spring it has none (docs/contracts/time.md §1)
with

examples (time_zone, local_clock, first_expected, last_expected) as (

    values
        ('Europe/Ljubljana', timestamp '2025-07-01 20:00:00', timestamptz '2025-07-01 18:00:00+00', timestamptz '2025-07-01 18:00:00+00'),
        ('Europe/Ljubljana', timestamp '2025-10-26 01:59:59', timestamptz '2025-10-25 23:59:59+00', timestamptz '2025-10-25 23:59:59+00'),
        ('Europe/Ljubljana', timestamp '2025-10-26 02:30:00', timestamptz '2025-10-26 00:30:00+00', timestamptz '2025-10-26 01:30:00+00'),
        ('Europe/Ljubljana', timestamp '2025-10-26 03:00:00', timestamptz '2025-10-26 02:00:00+00', timestamptz '2025-10-26 02:00:00+00'),
        ('Europe/Ljubljana', timestamp '2025-03-30 02:30:00', null, null),
        ('Europe/Ljubljana', timestamp '2025-03-30 03:00:00', timestamptz '2025-03-30 01:00:00+00', timestamptz '2025-03-30 01:00:00+00'),
        ('America/New_York', timestamp '2025-07-01 20:00:00', timestamptz '2025-07-02 00:00:00+00', timestamptz '2025-07-02 00:00:00+00'),
        ('America/New_York', timestamp '2025-11-02 01:30:00', timestamptz '2025-11-02 05:30:00+00', timestamptz '2025-11-02 06:30:00+00'),
        ('America/New_York', timestamp '2025-03-09 02:30:00', null, null),
        ('UTC', timestamp '2025-10-26 02:30:00', timestamptz '2025-10-26 02:30:00+00', timestamptz '2025-10-26 02:30:00+00'),
        ('UTC', timestamp '2025-03-30 02:30:00', timestamptz '2025-03-30 02:30:00+00', timestamptz '2025-03-30 02:30:00+00')

),

read as (

    select
        *,
        {{ readings('local_clock', 'time_zone') }} as actual,
    from examples

)

select * from read
where actual[1] is distinct from first_expected
    or actual[-1] is distinct from last_expected
