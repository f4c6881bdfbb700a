-- Totals and weapons come from the same differences, also where increments wrote them at different times (docs/formats/stats-files.md §8)
with

weapons as (

    select
        round_id,
        line_player_id,
        sum(kills) as kills,
        sum(deaths) as deaths,
        sum(hits) as hits,
        sum(shots) as shots,
    from {{ ref('int_player_weapon_rounds__differenced') }}
    group by all

)

select
    players.round_id,
    players.line_player_id,
from {{ ref('int_player_rounds__differenced') }} as players
left join weapons
    on weapons.round_id = players.round_id
    and weapons.line_player_id = players.line_player_id
where (players.kills, players.deaths, players.hits, players.shots)
    is distinct from (coalesce(weapons.kills, 0), coalesce(weapons.deaths, 0), coalesce(weapons.hits, 0), coalesce(weapons.shots, 0))
