-- 0.6 for hits that begin together, 0.4 for damage (docs/formats/proximity-files.md §6)
with

examples (spread_ms, damage, duration_ms, expected) as (

    values
        (0, 500, 1000, 1.0),
        (2000, 250, 1000, 0.2),
        (1000, 0, 1000, 0.3),
        (5000, 0, 1000, 0.0),
        (0, 50, 0, 1.0),
        (0, 5000, 1000, 1.0)

)

select
    *,
    {{ focus_score('spread_ms', 'damage', 'duration_ms') }} as actual,
from examples
where abs(actual - expected) > 0.000001 or actual is null
