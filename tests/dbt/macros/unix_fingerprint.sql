-- The fingerprint of a stated start or end; a number that nobody knows is 0 (docs/contracts/identity.md §6)
with

examples (map_name, round_number, seconds, expected) as (

    values
        ('supply', 2, 1770843722, 'supply|2|1770843722'),
        ('supply', null, 1770843722, 'supply|0|1770843722'),
        (null, 1, 1770843722, null),
        ('supply', 1, null, null)

)

select
    *,
    {{ unix_fingerprint('map_name', 'round_number', 'seconds') }} as actual,
from examples
where actual is distinct from expected
