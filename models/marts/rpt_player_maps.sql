-- One person on one map
with

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}
    where is_counted and not is_bot

),

player_matches as (

    select * from {{ ref('fct_player_matches') }}
    where not is_total_only

),

matches as (

    select * from {{ ref('fct_matches') }}
    where is_counted

),

names as (

    select * from {{ ref('dim_players') }}

),

maps as (

    select * from {{ ref('dim_maps') }}

),

summed as (

    select
        player_id,
        map_name,
        count(*) as round_count,
        max(played_on) as last_played_on,
        {{ player_sums() }}
    from player_rounds
    group by player_id, map_name

),

results as (

    select
        player_matches.player_id,
        player_matches.map_name,
        count(*) as match_count,
        count(*) filter (
            -- who came for the second half had the other side before the swap
            matches.winner_team = if(
                coalesce(player_matches.first_half_side, 3 - player_matches.second_half_side) = matches.team_a_first_half_side, 'A', 'B'
            )
        ) as matches_won,
    from player_matches
    inner join matches on matches.match_id = player_matches.match_id
    where coalesce(player_matches.first_half_side, player_matches.second_half_side) is not null
    group by all

)

select
    ---------- ids
    summed.player_id::varchar as player_id,
    summed.map_name::varchar as map_name,

    ---------- text
    names.player_name::varchar as player_name,
    maps.map_title::varchar as map_title,

    ---------- numbers
    summed.round_count::integer as round_count,
    coalesce(results.match_count, 0)::integer as match_count,
    coalesce(results.matches_won, 0)::integer as matches_won,
    {{ percent_of('results.matches_won', 'results.match_count') }} as match_win_percent,
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    {{ per_minute('summed.damage_given', 'summed.played_seconds') }} as damage_per_minute,
    {{ kill_death_ratio('summed.kills', 'summed.deaths') }} as kill_death_ratio,
    {{ percent_of('summed.gun_hits', 'summed.gun_shots') }} as accuracy_percent,

    ---------- times
    summed.last_played_on::date as last_played_on,
from summed
inner join names on names.player_id = summed.player_id
inner join maps on maps.map_name = summed.map_name
left join results
    on results.player_id = summed.player_id
    and results.map_name = summed.map_name
