-- Who plays best with whom? (edit `parameters`)
-- gives: player, partner, maps, won, drawn, lost, won_percent
with

parameters as (

    select 5 as least_maps

),

sides as (

    select
        players.match_id,
        players.player_id,
        matches.winner_team,
        -- who came for the second half had the other side before the swap
        if(coalesce(players.first_half_side, 3 - players.second_half_side) = matches.team_a_first_half_side, 'A', 'B') as team,
    from fct_player_matches as players
    inner join fct_matches as matches on matches.match_id = players.match_id
    where matches.is_counted
        and not players.is_total_only
        and (players.first_half_side is not null or players.second_half_side is not null)

),

pairs as (

    select
        one.player_id,
        two.player_id as partner_id,
        count(*) as maps,
        count(*) filter (one.winner_team = one.team) as won,
        count(*) filter (one.winner_team = 'draw') as drawn,
    from sides as one
    inner join sides as two
        on two.match_id = one.match_id
        and two.team = one.team
        and two.player_id > one.player_id
    group by all

)

select
    players.player_name as player,
    partners.player_name as partner,
    pairs.maps,
    pairs.won,
    pairs.drawn,
    pairs.maps - pairs.won - pairs.drawn as lost,
    round(100.0 * pairs.won / pairs.maps, 1) as won_percent,
from pairs
cross join parameters
inner join dim_players as players on players.player_id = pairs.player_id
inner join dim_players as partners on partners.player_id = pairs.partner_id
where pairs.maps >= parameters.least_maps
order by won_percent desc, pairs.maps desc, player, partner
limit 20
