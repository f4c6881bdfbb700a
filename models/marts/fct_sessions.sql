select
    ---------- ids
    session_id::varchar as session_id,
    server::varchar as server,
    first_round_id::varchar as first_round_id,
    last_round_id::varchar as last_round_id,

    ---------- text
    team_a_name::varchar as team_a_name,
    team_b_name::varchar as team_b_name,
    winner_team::varchar as winner_team,
    score_confidence::varchar as score_confidence,
    score_confidence_reason::varchar as score_confidence_reason,
    counted_maps_text::varchar as counted_maps_text,

    ---------- numbers
    round_count::integer as round_count,
    counted_round_count::integer as counted_round_count,
    match_count::integer as match_count,
    complete_match_count::integer as complete_match_count,
    counted_match_count::integer as counted_match_count,
    player_count::integer as player_count,
    team_a_points::integer as team_a_points,
    team_b_points::integer as team_b_points,

    ---------- times
    started_at::timestamptz as started_at,
    ended_at::timestamptz as ended_at,
    order_at::timestamptz as order_at,
    played_on::date as played_on,
from {{ ref('int_sessions') }}
