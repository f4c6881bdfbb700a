-- The order of confidences can be read backwards (docs/contracts/score.md §4)
with

examples (confidence_rank, expected) as (

    values
        (0, 'missing'),
        (1, 'ambiguous'),
        (2, 'time_fallback'),
        (3, 'verified_header'),
        (4, null),
        (null, null)

)

select
    *,
    {{ confidence_of_rank('confidence_rank') }} as actual,
from examples
where actual is distinct from expected
