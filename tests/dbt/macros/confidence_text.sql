-- A verified score says so quietly; the other three say why, without the full stop, and without a reason at least what they are
with

examples (confidence, sentence, expected) as (

    values
        ('verified_header', 'Header and payload state both sides.', '✔ verified'),
        ('time_fallback', 'The defending side is taken from the other half.', '◔ derived from time (The defending side is taken from the other half)'),
        ('ambiguous', 'Two sources state different sides.', '⚠ sources disagree (Two sources state different sides)'),
        ('missing', 'The winning side is unknown.', '– missing (The winning side is unknown)'),
        ('missing', null, '– missing'),
        ('sure', 'No such word.', null),
        (null, 'No confidence at all.', null)

)

select
    *,
    {{ confidence_text('confidence', 'sentence') }} as actual,
from examples
where actual is distinct from expected
