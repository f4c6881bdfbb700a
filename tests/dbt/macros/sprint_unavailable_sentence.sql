-- Every reason of a file has a sentence; where there is a percentage there is none (docs/contracts/proximity.md §5)
with

examples (reason, expected) as (

    values
        ('sprint_never_recorded', 'the tracker of these rounds could not see sprinting'),
        ('no_samples', 'no position of this player was sampled'),
        (null, null)

)

select
    *,
    {{ sprint_unavailable_sentence('reason') }} as actual,
from examples
where actual is distinct from expected
