-- A number fits a narrow column, thousands with one decimal; unknown is a dash, and zero is no dash
with

examples (number, expected) as (

    values
        (0, '0'),
        (950, '950'),
        (999, '999'),
        (1000, '1.0k'),
        (2536, '2.5k'),
        (13049, '13.0k'),
        (-5, '-5'),
        (-1500, '-1.5k'),
        (null, '–')

)

select
    *,
    {{ short_number_text('number') }} as actual,
from examples
where actual is distinct from expected
