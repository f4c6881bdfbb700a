-- A rate has its cases beside it, and what was not seen is not said (docs/contracts/proximity.md §8)
with

examples (fight_count, escape_count, tradeable_death_count, traded_death_count, frame_count, supported_frame_count, expected) as (

    values
        (34, 12, 20, 5, 1000, 431, '34 fights, 12 escaped · 5 of 20 deaths traded · support 43 % · sample: High'),
        (9, null, 8, null, 0, 0, '9 fights, 0 escaped · 0 of 8 deaths traded · sample: Medium'),
        (null, null, null, null, null, null, '0 fights, 0 escaped · sample: Low')

)

select
    *,
    {{ proximity_line() }} as actual,
from examples
where actual is distinct from expected
