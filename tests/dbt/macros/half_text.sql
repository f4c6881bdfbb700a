-- A half in words: a hold of full length needs no limit, an early end and a set time show it, unknown is said
with

examples (outcome, round_number, duration_seconds, limit_seconds, expected) as (

    values
        ('FULL_HOLD', 1, 720.0, 720.0, 'held 12:00'),
        ('FULL_HOLD', 1, 486, 720, 'held 8:06 of 12:00'),
        ('FULL_HOLD', 2, 531, 531, 'held 8:51'),
        ('FULL_HOLD', 2, 480.6, 479.4, 'held 8:00'),
        ('TIME_SET', 1, 531, 720, 'set 8:51 of 12:00'),
        ('TIME_SET', 2, 468, 531, 'made it in 7:48 of 8:51'),
        ('TIME_SET', 1, null, 720, 'set (time unavailable) of 12:00'),
        ('TIME_SET', 1, 531, null, 'set 8:51'),
        ('SURRENDER_END', 1, 300, 720, 'surrender after 5:00 of 12:00'),
        ('MAP_CHANGE_END', 2, 300, 720, 'map changed after 5:00 of 12:00'),
        ('MAP_RESTART_END', 1, 300, 720, 'map restarted after 5:00 of 12:00'),
        ('SERVER_RESTART_END', 1, 300, 720, 'server restarted after 5:00 of 12:00'),
        (null, 1, 300, 720, 'result unavailable, played 5:00 of 12:00'),
        (null, 1, null, null, 'result unavailable, played (time unavailable)')

)

select
    *,
    {{ half_text('outcome', 'round_number', 'duration_seconds', 'limit_seconds') }} as actual,
from examples
where actual is distinct from expected
