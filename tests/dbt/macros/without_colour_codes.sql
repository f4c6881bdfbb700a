-- A colour code is `^` and any printable character but a space or another `^` (docs/formats/stats-files.md §4)
with

examples (written, expected) as (

    values
        ('^6F^2en^7wick', 'Fenwick'),
        ('^1''^/wren', '''wren'),
        ('^D/^4/^?/^zO.^0Owl', '///O.Owl'),
        ('^$heron', 'heron'),
        ('^^1finch', '^finch'),
        ('^ rook', '^ rook'),
        ('rook^', 'rook^'),
        ('^]a^_b^~c^!d', 'abcd'),
        ('^éa', '^éa'),
        ('', ''),
        (null, null)

)

select
    *,
    {{ without_colour_codes('written') }} as actual,
from examples
where actual is distinct from expected
