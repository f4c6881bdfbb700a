-- One person in one match, by the side he had in its first half; who came for the second half had the other side before the swap
{{ config(materialized='exchanged') }}

with

matches as (

    select * from {{ ref('int_matches') }}

),

player_rounds as (

    select * from {{ ref('int_player_rounds') }}
    where not is_bot

),

sides as (

    select
        matches.match_id,
        player_rounds.player_id,
        player_rounds.side as first_half_side,
        1 as half,
        matches.order_at,
    from matches
    inner join player_rounds on player_rounds.round_id = matches.first_half_round_id

    union all

    select
        matches.match_id,
        player_rounds.player_id,
        3 - player_rounds.side as first_half_side,
        2 as half,
        matches.order_at,
    from matches
    inner join player_rounds on player_rounds.round_id = matches.second_half_round_id

)

select
    match_id,
    player_id,
    arg_min(first_half_side, half)::tinyint as first_half_side,
    count(*)::integer as round_count,
    any_value(order_at) as order_at,
from sides
where first_half_side is not null
group by match_id, player_id
