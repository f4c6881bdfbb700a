-- An end that was no normal one is the outcome of its round; otherwise the Stopwatch state is (docs/contracts/score.md §5)
with

examples (end_reason, state, expected) as (

    values
        ('SURRENDER', null, 'SURRENDER_END'),
        ('MAP_CHANGE', null, 'MAP_CHANGE_END'),
        ('MAP_RESTART', null, 'MAP_RESTART_END'),
        ('SERVER_RESTART', null, 'SERVER_RESTART_END'),
        ('SURRENDER', 'FULL_HOLD', 'SURRENDER_END'),
        ('NORMAL', 'FULL_HOLD', 'FULL_HOLD'),
        ('NORMAL', 'TIME_SET', 'TIME_SET'),
        (null, 'FULL_HOLD', 'FULL_HOLD'),
        (null, null, null)

)

select
    *,
    {{ round_outcome('end_reason', 'state') }} as actual,
from examples
where actual is distinct from expected
