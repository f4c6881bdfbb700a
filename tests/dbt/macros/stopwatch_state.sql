-- Sides decide whether a round was held, not times, and a round that was given up was neither (docs/contracts/score.md §5)
with

examples (winner_side, defender_side, end_reason, expected) as (

    values
        (1, 1, 'NORMAL', 'FULL_HOLD'),
        (2, 2, 'NORMAL', 'FULL_HOLD'),
        (2, 1, 'NORMAL', 'TIME_SET'),
        (1, 2, 'NORMAL', 'TIME_SET'),
        (1, 1, null, 'FULL_HOLD'),
        (2, 1, null, 'TIME_SET'),
        (1, 1, 'SURRENDER', null),
        (2, 1, 'SURRENDER', null),
        (1, 1, 'MAP_CHANGE', null),
        (1, 1, 'MAP_RESTART', null),
        (1, 1, 'SERVER_RESTART', null),
        (null, 1, 'NORMAL', null),
        (1, null, 'NORMAL', null),
        (null, null, null, null)

)

select
    *,
    {{ stopwatch_state('winner_side', 'defender_side', 'end_reason') }} as actual,
from examples
where actual is distinct from expected
