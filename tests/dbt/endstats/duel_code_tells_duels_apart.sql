with

examples (subject, opponent, kills, deaths, expected) as (

    values
        (1, 2, 3, 4, 102003004),
        (2, 1, 4, 3, 201004003),
        (16, 15, 999, 999, 1615999999)

)

select
    *,
    {{ duel_code('subject', 'opponent', 'kills', 'deaths') }} as actual,
from examples
where actual is distinct from expected
