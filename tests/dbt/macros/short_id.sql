-- An id is the first 16 hex digits of a sha256, which is the same on every machine (docs/contracts/identity.md §6)
with

examples (written, expected) as (

    values
        ('abc', 'ba7816bf8f01cfea'),
        ('', 'e3b0c44298fc1c14'),
        (null, null)

)

select
    *,
    {{ short_id('written') }} as actual,
from examples
where actual is distinct from expected
