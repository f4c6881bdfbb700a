{{ config(materialized='exchanged') }}

with

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}
    where session_id is not null and is_counted and not is_bot

),

match_players as (

    select * from {{ rows_in_scope('int_match_players') }}

),

matches as (

    select * from {{ ref('int_matches__scored') }}
    where is_counted

),

results as (

    select
        matches.session_id,
        match_players.player_id,
        count(*) as match_count,
        count(*) filter (
            matches.winner_team = if(match_players.first_half_side = matches.team_a_first_half_side, 'A', 'B')
        ) as matches_won,
        count(*) filter (matches.winner_team = 'draw') as matches_drawn,
    from matches
    inner join match_players on match_players.match_id = matches.match_id
    group by all

),

summed as (

    select
        session_id,
        player_id,
        any_value(server) as server,
        arg_max(player_name, {'at': order_at, 'round': round_id}) as player_name,
        arg_min(played_on, order_at) as played_on,
        min(order_at) as order_at,
        count(*) as round_count,
        if(count(distinct team) = 1, any_value(team), null) as team,
        {{ player_sums() }}
    from player_rounds
    group by session_id, player_id

)

select
    ---------- ids
    summed.session_id::varchar as session_id,
    summed.player_id::varchar as player_id,
    summed.server::varchar as server,

    ---------- text
    summed.player_name::varchar as player_name,
    summed.team::varchar as team,

    ---------- numbers
    summed.round_count::integer as round_count,
    coalesce(results.match_count, 0)::integer as match_count,
    coalesce(results.matches_won, 0)::integer as matches_won,
    coalesce(results.matches_drawn, 0)::integer as matches_drawn,
    {% for name in player_number_columns() -%}
    summed.{{ name }},
    {% endfor -%}
    {{ player_metrics() }}

    ---------- times
    summed.played_on::date as played_on,
    summed.order_at::timestamptz as order_at,
from summed
left join results
    on results.session_id = summed.session_id
    and results.player_id = summed.player_id
