-- Kills of all the duels that ended for him, won or lost; unknown when there was none (docs/contracts/players.md §4)
with

examples (kills, deaths, expected) as (

    values
        (9, 3, 75),
        (7, 0, 100),
        (0, 5, 0),
        (0, 0, null),
        (null, 5, null),
        (7, null, null)

)

select
    *,
    {{ efficiency_percent('kills', 'deaths') }} as actual,
from examples
where actual is distinct from expected::double
