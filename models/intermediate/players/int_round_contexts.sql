-- One round with everything about it that its players' rows show
with

pairs as (

    select * from {{ ref('int_stats_pairs') }}

),

rounds as (

    select * from {{ ref('int_rounds__counted') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

matches as (

    select * from {{ ref('int_matches__scored') }}

)

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
    outcomes.duration_seconds,
    -- the side on which team A stands in this round: it swaps after the first half
    if(rounds.round_number = 1, matches.team_a_first_half_side, 3 - matches.team_a_first_half_side)::tinyint as team_a_side,
from pairs
inner join rounds on rounds.round_id = pairs.round_id
inner join outcomes on outcomes.round_id = rounds.round_id
inner join sessions on sessions.round_id = rounds.round_id
left join matches on matches.match_id = rounds.match_id
