-- Of two confidences the weaker one counts, so they have an order (docs/contracts/score.md §4)
with

examples (confidence, expected) as (

    values
        ('missing', 0),
        ('ambiguous', 1),
        ('time_fallback', 2),
        ('verified_header', 3),
        ('certain', null),
        (null, null)

)

select
    *,
    {{ confidence_rank('confidence') }} as actual,
from examples
where actual is distinct from expected
