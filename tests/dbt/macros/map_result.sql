-- A beaten time gives the map to the second attackers, a set time that stands to the first; two holds are a draw (docs/contracts/score.md §7)
with

examples (first_half_is_set, second_half_is_set, expected) as (

    values
        (true, true, 'attackers_r2'),
        (false, true, 'attackers_r2'),
        (true, false, 'attackers_r1'),
        (false, false, 'draw'),
        (null, true, 'attackers_r2'),
        (null, false, null),
        (true, null, null),
        (false, null, null),
        (null, null, null)

)

select
    *,
    {{ map_result('first_half_is_set', 'second_half_is_set') }} as actual,
from examples
where actual is distinct from expected
