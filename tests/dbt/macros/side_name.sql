-- A side has a word for people; an unknown side has none (docs/contracts/score.md §1)
with

examples (side, expected) as (

    values
        (1, 'Axis'),
        (2, 'Allies'),
        (0, null),
        (3, null),
        (null, null)

)

select
    *,
    {{ side_name('side') }} as actual,
from examples
where actual is distinct from expected
