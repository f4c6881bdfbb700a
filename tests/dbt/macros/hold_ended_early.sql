-- Measured time is exact; a player's clock is in tenths of a minute, so it must fall short by more (docs/formats/stats-files.md §10.3)
with

examples (target_seconds, measured_seconds, player_minutes, round_number, expected) as (

    values
        (720, 720.0, null, 1, false),
        (720, 718.0, null, 1, false),
        (720, 717.9, null, 1, true),
        (720, 720.0, 3.0, 1, false),
        (720, 717.9, 12.0, 2, true),
        (720, null, 12.0, 1, false),
        (720, null, 11.9, 1, false),
        (720, null, 11.8, 1, true),
        (717, null, 11.8, 1, true),
        (720, null, 12.3, 1, false),
        (531, null, 8.7, 2, false),
        (720, null, 11.9, 2, false),
        (720, null, 11.8, 2, true),
        (336, null, 5.4, 2, true),
        (720, null, null, 1, null),
        (null, 700.0, null, 1, null)

)

select
    *,
    {{ hold_ended_early('target_seconds', 'measured_seconds', 'player_minutes::double', 'round_number') }} as actual,
from examples
where actual is distinct from expected
