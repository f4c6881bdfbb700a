{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='fail',
    pre_hook="{{ forget_unasked('int_session_keys', 'session_key') }}",
) }}

with

asked as (

    select * from {{ ref('int_session_keys') }}
    {{ only_missing('session_key') }}

),

player_rounds as (

    select
        asked.session_key,
        player_rounds.*,
    from {{ ref('fct_player_rounds') }} as player_rounds
    inner join asked on asked.session_id = player_rounds.session_id
    where player_rounds.is_counted and not player_rounds.is_bot

),

match_players as (

    select * from {{ ref('int_match_players') }}

),

matches as (

    select * from {{ ref('int_matches__scored') }}
    where is_counted and session_id in (select session_id from asked)

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
        session_key,
        session_id,
        player_id,
        any_value(server) as server,
        arg_max(player_name, {'at': order_at, 'round': round_id}) as player_name,
        arg_min(played_on, order_at) as played_on,
        count(*) as round_count,
        if(count(distinct team) = 1, any_value(team), null) as team,
        {{ player_sums() }}
    from player_rounds
    group by session_key, session_id, player_id

)

select
    ---------- ids
    summed.session_key::varchar as session_key,
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
from summed
left join results
    on results.session_id = summed.session_id
    and results.player_id = summed.player_id
