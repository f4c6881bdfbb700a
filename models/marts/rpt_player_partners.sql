-- One person and another, as team mates or as opponents, over the counted maps they played together
with

player_matches as (

    select * from {{ ref('fct_player_matches') }}
    where not is_total_only

),

matches as (

    select * from {{ ref('fct_matches') }}
    where is_counted

),

duels as (

    select * from {{ ref('rpt_match_versus') }}

),

names as (

    select * from {{ ref('dim_players') }}

),

sides as (

    select
        player_matches.match_id,
        player_matches.player_id,
        matches.winner_team,
        -- who came for the second half had the other side before the swap
        if(
            coalesce(player_matches.first_half_side, 3 - player_matches.second_half_side) = matches.team_a_first_half_side, 'A', 'B'
        ) as team,
    from player_matches
    inner join matches on matches.match_id = player_matches.match_id
    where coalesce(player_matches.first_half_side, player_matches.second_half_side) is not null

),

pairs as (

    select
        one.player_id,
        other.player_id as other_player_id,
        if(one.team = other.team, 'with', 'against') as relation,
        count(*) as match_count,
        count(*) filter (one.winner_team = one.team) as matches_won,
        count(*) filter (one.winner_team = 'draw') as matches_drawn,
    from sides as one
    inner join sides as other on other.match_id = one.match_id
    where other.player_id <> one.player_id
    group by all

),

fought as (

    select
        subject_player_id as player_id,
        opponent_player_id as other_player_id,
        'against' as relation,
        sum(kills) as kills,
        sum(deaths) as deaths,
    from duels
    group by all

)

select
    ---------- ids
    pairs.player_id::varchar as player_id,
    pairs.other_player_id::varchar as other_player_id,

    ---------- text
    pairs.relation::varchar as relation,
    names.player_name::varchar as other_player_name,

    ---------- numbers
    pairs.match_count::integer as match_count,
    pairs.matches_won::integer as matches_won,
    pairs.matches_drawn::integer as matches_drawn,
    {{ percent_of('pairs.matches_won', 'pairs.match_count') }} as match_win_percent,
    fought.kills::integer as kills,
    fought.deaths::integer as deaths,
from pairs
inner join names on names.player_id = pairs.other_player_id
left join fought
    on fought.player_id = pairs.player_id
    and fought.other_player_id = pairs.other_player_id
    and fought.relation = pairs.relation
