-- One person in one team of a session. A substitute belongs to the team he played with.
{{ config(materialized='exchanged') }}

with

matches as (

    select * from {{ ref('int_matches__scored') }}
    where is_counted

),

match_players as (

    select * from {{ rows_in_scope('int_match_players') }}

),

placed as (

    select
        matches.session_id,
        if(match_players.first_half_side = matches.team_a_first_half_side, 'A', 'B') as team,
        match_players.player_id,
        match_players.player_name,
        match_players.round_count,
        matches.match_number,
        matches.order_at,
        min(matches.match_number) over (partition by matches.session_id) as first_match_number,
    from matches
    inner join match_players on match_players.match_id = matches.match_id

)

select
    session_id,
    team,
    player_id,
    arg_max(player_name, match_number) as player_name,
    sum(round_count)::integer as round_count,
    count(*)::integer as match_count,
    min(match_number) > any_value(first_match_number) as is_substitute,
    min(order_at) as order_at,
from placed
group by session_id, team, player_id
