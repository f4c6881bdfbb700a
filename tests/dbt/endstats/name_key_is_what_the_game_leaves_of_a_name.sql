with

examples (cleaned_name, expected) as (

    values
        ('Fenwick', 'Fenwick'),
        ('Fén', 'Fn'),
        (' wren ', 'wren'),
        ('///owl.', '///owl.'),
        ('名', '')

)

select
    cleaned_name,
    expected,
    {{ name_key('cleaned_name') }} as actual,
from examples
where actual is distinct from expected
