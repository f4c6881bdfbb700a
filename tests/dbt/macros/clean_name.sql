-- A name as people read it holds nothing that colours, hides or turns text; its letters stay (docs/formats/stats-files.md §4)
with

examples (written, expected) as (

    values
        (' ^6Fen^7wick ', 'Fenwick'),
        ('wren' || chr(7) || chr(9) || chr(127), 'wren'),
        ('wr' || chr(8203) || 'en' || chr(65279), 'wren'),
        (chr(8238) || 'wren', 'wren'),
        ('<script>alert(1)</script>', '<script>alert(1)</script>'),
        ('"wren"; drop table rounds;--', '"wren"; drop table rounds;--'),
        ('o''wl', 'o''wl'),
        ('Žüri 名', 'Žüri 名'),
        ('^1^2^3', ''),
        (null, null)

)

select
    *,
    {{ clean_name('written') }} as actual,
from examples
where actual is distinct from expected
