-- One person in one counted or uncounted round, with the round around him and the team he played for
with

player_rounds as (

    select * from {{ ref('int_player_rounds') }}

),

rounds as (

    select * from {{ ref('int_rounds__counted') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

matches as (

    select * from {{ ref('int_matches__scored') }}

),

described as (

    select
        rounds.round_id,
        rounds.match_id,
        sessions.session_id,
        rounds.server,
        rounds.map_name,
        rounds.round_number,
        rounds.played_on,
        rounds.ended_at,
        rounds.order_at,
        rounds.is_counted,
        rounds.not_counted_reason,
        -- the side on which this round's team A stands: it swaps after the first half
        if(rounds.round_number = 1, matches.team_a_first_half_side, 3 - matches.team_a_first_half_side) as team_a_side,
    from rounds
    inner join sessions on sessions.round_id = rounds.round_id
    left join matches on matches.match_id = rounds.match_id

)

select
    described.* exclude (team_a_side),
    player_rounds.* exclude (round_id),
    {{ side_name('player_rounds.side') }} as side_name,
    case
        when player_rounds.side = described.team_a_side then 'A'
        when player_rounds.side <> described.team_a_side then 'B'
    end as team,
from player_rounds
inner join described on described.round_id = player_rounds.round_id
