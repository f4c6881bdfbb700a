-- How do two players fare against each other? (edit `parameters`)
-- gives: player, opponent, kills, deaths, kill_share_percent, rounds, best_map
with

parameters as (

    -- player ids or parts of names; null takes the pair with the most kills between them
    select
        null::varchar as player,
        null::varchar as opponent,

),

duels as (

    select
        versus.subject_player_id,
        versus.opponent_player_id,
        versus.round_id,
        versus.kills,
        versus.deaths,
        rounds.map_name,
    from fct_versus as versus
    inner join fct_rounds as rounds on rounds.round_id = versus.round_id
    where versus.subject_player_id is not null
        and versus.opponent_player_id is not null

),

totals as (

    select
        subject_player_id,
        opponent_player_id,
        sum(kills) as kills,
        sum(deaths) as deaths,
        count(distinct round_id) as rounds,
    from duels
    group by all

),

chosen as (

    select
        totals.*,
        subjects.player_name as player,
        opponents.player_name as opponent,
    from totals
    inner join dim_players as subjects on subjects.player_id = totals.subject_player_id
    inner join dim_players as opponents on opponents.player_id = totals.opponent_player_id
    cross join parameters
    where (
            parameters.player is null
            or subjects.player_id = upper(parameters.player)
            or contains(lower(subjects.player_name), lower(parameters.player))
        )
        and (
            parameters.opponent is null
            or opponents.player_id = upper(parameters.opponent)
            or contains(lower(opponents.player_name), lower(parameters.opponent))
        )
    order by totals.kills + totals.deaths desc, totals.kills desc, totals.subject_player_id
    limit 1

),

by_map as (

    select
        subject_player_id,
        opponent_player_id,
        map_name,
        sum(kills) - sum(deaths) as lead,
    from duels
    group by all

),

best_maps as (

    select
        subject_player_id,
        opponent_player_id,
        arg_max(map_name, {'lead': lead, 'map': map_name}) as best_map,
    from by_map
    group by all

)

select
    chosen.player,
    chosen.opponent,
    chosen.kills::integer as kills,
    chosen.deaths::integer as deaths,
    round(100.0 * chosen.kills / nullif(chosen.kills + chosen.deaths, 0), 1) as kill_share_percent,
    chosen.rounds,
    best_maps.best_map,
from chosen
left join best_maps
    on best_maps.subject_player_id = chosen.subject_player_id
    and best_maps.opponent_player_id = chosen.opponent_player_id
