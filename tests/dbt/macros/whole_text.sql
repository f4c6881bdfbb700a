-- A number without its decimals and with its unit; unknown is a dash without one
with

examples (number, expected, expected_percent) as (

    values
        (286.6, '287', '287%'),
        (38.4, '38', '38%'),
        (0.0, '0', '0%'),
        (-0.4, '0', '0%'),
        (3.5, '4', '4%'),
        (null, '–', '–')

)

select
    *,
    {{ whole_text('number') }} as actual,
    {{ whole_text('number', '%') }} as actual_percent,
from examples
where actual is distinct from expected
    or actual_percent is distinct from expected_percent
