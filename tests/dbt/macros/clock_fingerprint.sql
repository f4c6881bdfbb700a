-- Map, round number, date and time of the local clock; an unknown round number is 0 (docs/contracts/identity.md §6)
with

examples (map_name, round_number, stamp_local, expected) as (

    values
        ('supply', 1, timestamp '2025-10-14 22:07:09', 'supply|1|2025-10-14|220709'),
        ('supply', null, timestamp '2025-01-02 00:00:00', 'supply|0|2025-01-02|000000'),
        (null, 1, timestamp '2025-10-14 22:07:09', null),
        ('supply', 1, null, null)

)

select
    *,
    {{ clock_fingerprint('map_name', 'round_number', 'stamp_local') }} as actual,
from examples
where actual is distinct from expected
