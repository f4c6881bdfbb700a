-- 20 cases are High, 8 are Medium (docs/contracts/proximity.md §6)
with

examples (sample_count, expected) as (

    values
        (20, 'High'),
        (19, 'Medium'),
        (8, 'Medium'),
        (7, 'Low'),
        (0, 'Low'),
        (null, 'Low')

)

select
    *,
    {{ sample_confidence('sample_count') }} as actual,
from examples
where actual is distinct from expected
