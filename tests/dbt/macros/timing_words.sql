-- Each state of a round's clocks has its words and its shape
with

examples (timing_status, expected, expected_mark) as (

    values
        ('aligned', 'agree', '✔'),
        ('minor', 'differ a little', '◔'),
        ('discrepancy', 'differ', '⚠'),
        ('lua_alone', 'Lua alone', '◌'),
        ('no_lua', 'no Lua', '–'),
        (null, null, null)

)

select
    *,
    {{ timing_words('timing_status') }} as actual,
    {{ timing_mark('timing_status') }} as actual_mark,
from examples
where actual is distinct from expected or actual_mark is distinct from expected_mark
