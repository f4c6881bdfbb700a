-- Which names has a player used, and when? (edit `parameters`)
-- gives: player_id, name, is_current, rounds, first_used_on, last_used_on
with

parameters as (

    -- a player id or part of any of his names; null takes whoever used the most names
    select null::varchar as player

),

chosen as (

    select players.player_id
    from dim_players as players
    inner join dim_player_names as names on names.player_id = players.player_id
    cross join parameters
    where parameters.player is null
        or players.player_id = upper(parameters.player)
        or contains(lower(names.player_name), lower(parameters.player))
    order by if(parameters.player is null, players.name_count, null) desc nulls last, players.round_count desc, players.player_id
    limit 1

)

select
    names.player_id,
    names.player_name as name,
    names.is_current,
    names.round_count as rounds,
    names.first_used_on,
    names.last_used_on,
from chosen
inner join dim_player_names as names on names.player_id = chosen.player_id
order by names.last_used_on desc, names.round_count desc, names.player_name
