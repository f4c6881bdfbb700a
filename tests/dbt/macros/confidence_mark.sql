-- Every confidence has a shape and words of its own; what is no confidence has neither
with

examples (confidence, expected_mark, expected_words) as (

    values
        ('verified_header', '✔', 'verified'),
        ('time_fallback', '◔', 'derived from time'),
        ('ambiguous', '⚠', 'sources disagree'),
        ('missing', '–', 'missing'),
        ('sure', null, null),
        (null, null, null)

)

select
    *,
    {{ confidence_mark('confidence') }} as actual_mark,
    {{ confidence_words('confidence') }} as actual_words,
from examples
where actual_mark is distinct from expected_mark
    or actual_words is distinct from expected_words
