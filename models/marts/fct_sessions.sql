select
    ---------- ids
    sessions.session_id::varchar as session_id,
    sessions.server::varchar as server,
    sessions.first_round_id::varchar as first_round_id,
    sessions.last_round_id::varchar as last_round_id,

    ---------- text
    team_a.team_name::varchar as team_a_name,
    team_b.team_name::varchar as team_b_name,
    sessions.winner_team::varchar as winner_team,
    sessions.score_confidence::varchar as score_confidence,
    sessions.score_confidence_reason::varchar as score_confidence_reason,
    sessions.counted_maps_text::varchar as counted_maps_text,

    ---------- numbers
    sessions.round_count::integer as round_count,
    sessions.counted_round_count::integer as counted_round_count,
    sessions.match_count::integer as match_count,
    sessions.complete_match_count::integer as complete_match_count,
    sessions.counted_match_count::integer as counted_match_count,
    sessions.player_count::integer as player_count,
    sessions.team_a_points::integer as team_a_points,
    sessions.team_b_points::integer as team_b_points,

    ---------- times
    sessions.started_at::timestamptz as started_at,
    sessions.ended_at::timestamptz as ended_at,
    sessions.order_at::timestamptz as order_at,
    sessions.played_on::date as played_on,
from {{ ref('int_sessions') }} as sessions
left join {{ ref('int_session_teams') }} as team_a on team_a.session_id = sessions.session_id and team_a.team = 'A'
left join {{ ref('int_session_teams') }} as team_b on team_b.session_id = sessions.session_id and team_b.team = 'B'
