with

examples (written, expected) as (

    values
        ('3214', 3214),
        ('1.625', 1.625),
        ('1.3333333333333', 1.3333333333333),
        ('2.0', 2),
        ('113 seconds', 113),
        ('50.47 percent', 50.47),
        ('21.5 percent, 3.2 min', 21.5),
        ('4 kills in 2.35s', 4),
        ('31.4 m', 31.4),
        ('Damage received vs death ratio: 3.21x', 3.21),
        ('-5', -5),
        ('1e3', null),
        ('0x1F', null),
        ('1_000', null),
        ('1.2.3', null),
        ('12345678901', null),
        ('none', null),
        ('', null)

)

select
    written,
    expected,
    {{ first_number('written') }} as actual,
from examples
where actual is distinct from expected::double
