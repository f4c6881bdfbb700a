-- A second half is the total less the first half; shots may shrink by a gibbed corpse and are 0 then; unknown stays unknown (docs/formats/stats-files.md §5 and §8)
with

examples (second_half, first_half, expected) as (

    values
        (1800, 1000, 800),
        (1000, 1000, 0),
        (7, 8, 0),
        (5, 0, 5),
        (null, 5, null),
        (5, null, null),
        (null, null, null)

)

select
    *,
    {{ second_half_share('second_half', 'first_half') }} as actual,
from examples
where actual is distinct from expected
