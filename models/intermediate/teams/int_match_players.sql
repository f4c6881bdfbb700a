-- One person in one match, by the side he had in its first half; who came for the second half had the other side before the swap
{{ config(materialized='exchanged') }}

with

matches as (

    select * from {{ ref('int_matches') }}

),

rosters as (

    select * from {{ ref('int_round_rosters') }}

),

sides as (

    select
        matches.match_id,
        rosters.player_id,
        rosters.player_name,
        rosters.side as first_half_side,
        1 as half,
        matches.order_at,
    from matches
    inner join rosters on rosters.round_id = matches.first_half_round_id

    union all

    select
        matches.match_id,
        rosters.player_id,
        rosters.player_name,
        3 - rosters.side as first_half_side,
        2 as half,
        matches.order_at,
    from matches
    inner join rosters on rosters.round_id = matches.second_half_round_id

)

select
    match_id,
    player_id,
    arg_min(first_half_side, half)::tinyint as first_half_side,
    arg_max(player_name, half) as player_name,
    count(*)::integer as round_count,
    any_value(order_at) as order_at,
from sides
where first_half_side is not null
group by match_id, player_id
