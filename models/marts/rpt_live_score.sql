with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

sessions as (

    select * from {{ ref('fct_sessions') }}

),

rounds as (

    select * from {{ ref('fct_rounds') }}

),

latest as (

    select sessions.*
    from sessions
    cross join builds
    where sessions.ended_at <= builds.as_of
        and sessions.ended_at >= builds.as_of - {{ session_gap() }}
    qualify row_number() over (partition by sessions.server order by sessions.ended_at desc, sessions.session_id) = 1

)

select
    latest.server::varchar as server,
    latest.session_id::varchar as session_id,
    latest.team_a_name::varchar as team_a_name,
    latest.team_b_name::varchar as team_b_name,
    latest.team_a_points::integer as team_a_points,
    latest.team_b_points::integer as team_b_points,
    latest.score_confidence::varchar as score_confidence,
    latest.score_confidence_reason::varchar as score_confidence_reason,
    latest.counted_maps_text::varchar as counted_maps_text,
    rounds.round_id::varchar as last_round_id,
    rounds.map_name::varchar as last_map_name,
    rounds.round_number::tinyint as last_round_number,
    rounds.round_stopwatch_state::varchar as last_round_state,
    if(rounds.round_role = 'first_half' and rounds.second_half_round_id is null, rounds.map_name, null)::varchar as map_in_progress,
    if(rounds.round_role = 'first_half' and rounds.second_half_round_id is null, rounds.time_to_beat_seconds, null)::double as time_to_beat_seconds,
    latest.ended_at::timestamptz as last_round_ended_at,
from latest
inner join rounds on rounds.round_id = latest.last_round_id
