-- Kills per death; without a death the kills, as the game shows it; unknown when either is (docs/contracts/players.md §4)
with

examples (kills, deaths, expected) as (

    values
        (9, 12, 0.75),
        (7, 1, 7),
        (7, 0, 7),
        (0, 0, 0),
        (0, 5, 0),
        (null, 5, null),
        (7, null, null)

)

select
    *,
    {{ kill_death_ratio('kills', 'deaths') }} as actual,
from examples
where actual is distinct from expected::double
