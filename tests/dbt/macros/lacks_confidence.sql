-- A score may be posted with its confidence in shape and words, with or without a reason; a bare shape, nothing, or facts that are damaged are not enough (docs/contracts/checks.md §3)
with

examples (facts, expected) as (

    values
        ('{"confidence":"✔ verified"}', false),
        ('{"confidence":"◔ derived from time (A side is taken from the other half)"}', false),
        ('{"confidence":"⚠ sources disagree"}', false),
        ('{"confidence":"– missing (The winning side is unknown)"}', false),
        ('{"confidence":"✔"}', true),
        ('{"confidence":"verified"}', true),
        ('{"confidence":""}', true),
        ('{"confidence":null}', true),
        ('{"map":"Supply"}', true),
        ('{}', true),
        (null, true)

)

select
    *,
    {{ lacks_confidence('facts') }} as actual,
from examples
where actual is distinct from expected
