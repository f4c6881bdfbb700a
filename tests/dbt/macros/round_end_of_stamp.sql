-- A stats file is written three seconds after its round ended (docs/formats/stats-files.md §1)
with

examples (stamp_at, expected) as (

    values
        (timestamptz '2025-10-14 20:12:59+00', timestamptz '2025-10-14 20:12:56+00'),
        (timestamptz '2025-10-15 00:00:01+00', timestamptz '2025-10-14 23:59:58+00'),
        (null, null)

)

select
    *,
    {{ round_end_of_stamp('stamp_at') }} as actual,
from examples
where actual is distinct from expected
