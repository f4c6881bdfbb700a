-- A sentence begins with a capital; what is capital, empty or unknown stays
with

examples (words, expected) as (

    values
        ('held 12:00', 'Held 12:00'),
        ('Allies won', 'Allies won'),
        ('žaga', 'Žaga'),
        ('8:51', '8:51'),
        ('', ''),
        (null, null)

)

select
    *,
    {{ capitalized('words') }} as actual,
from examples
where actual is distinct from expected
