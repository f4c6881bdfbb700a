{{ config(materialized='exchanged') }}

with

matches as (

    select * from {{ ref('int_matches__scored') }}

),

rounds as (

    select * from {{ rows_in_scope('fct_rounds') }}

)

select
    ---------- ids
    matches.match_id::varchar as match_id,
    matches.server::varchar as server,
    matches.session_id::varchar as session_id,
    matches.first_half_round_id::varchar as first_half_round_id,
    matches.second_half_round_id::varchar as second_half_round_id,

    ---------- text
    matches.map_name::varchar as map_name,
    matches.map_result::varchar as map_result,
    matches.winner_team::varchar as winner_team,
    first_half.round_stopwatch_state::varchar as first_half_state,
    second_half.round_stopwatch_state::varchar as second_half_state,
    matches.score_confidence::varchar as score_confidence,
    matches.score_confidence_reason::varchar as score_confidence_reason,
    matches.not_counted_reason::varchar as not_counted_reason,

    ---------- numbers
    matches.match_number::integer as match_number,
    first_half.timelimit_seconds::double as timelimit_seconds,
    first_half.time_to_beat_seconds::double as time_to_beat_seconds,
    first_half.duration_seconds::double as first_half_seconds,
    second_half.duration_seconds::double as second_half_seconds,
    matches.team_a_first_half_side::tinyint as team_a_first_half_side,
    matches.team_a_points::integer as team_a_points,
    matches.team_b_points::integer as team_b_points,

    ---------- booleans
    matches.is_complete::boolean as is_complete,
    matches.is_counted::boolean as is_counted,

    ---------- times
    coalesce(first_half.started_at, second_half.started_at)::timestamptz as started_at,
    if(matches.is_complete, second_half.ended_at, coalesce(first_half.ended_at, second_half.ended_at))::timestamptz as ended_at,
    matches.order_at::timestamptz as order_at,
    matches.played_on::date as played_on,
from matches
left join rounds as first_half on first_half.round_id = matches.first_half_round_id
left join rounds as second_half on second_half.round_id = matches.second_half_round_id
