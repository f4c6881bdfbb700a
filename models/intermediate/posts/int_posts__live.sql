-- One state of the live score of an evening: while it is played, and, once it is over, that it is
with

rounds as (

    select * from {{ ref('int_posts__rounds') }}

),

pages as (

    select * from {{ ref('rpt_session_pages') }}

),

sessions as (

    select * from {{ ref('fct_sessions') }}

),

round_pages as (

    select * from {{ ref('rpt_round_pages') }}

),

live as (

    select * from {{ ref('rpt_live_score') }}

),

teams as (

    select * from {{ ref('int_posts__session_teams') }}

),

states as (

    select session_id, unnest([false, true]) as is_over from sessions

)

select
    sessions.session_id,
    first_rounds.round_id as anchor_round_id,
    first_rounds.round_key,
    sessions.server,
    states.is_over,
    rounds.happened_at,
    if(states.is_over, rounds.happened_at + {{ evening_over_after() }}, rounds.happened_at) as due_at,
    rounds.order_at,
    to_json({
        'server': sessions.server,
        'is_over': states.is_over,
        'teams': coalesce(teams.teams, []),
        'result': pages.result_text,
        'confidence': {{ confidence_text('pages.score_confidence', 'pages.confidence_sentence') }},
        'counted': pages.counted_maps_text,
        'last': round_pages.map_title || ', round ' || round_pages.round_number || ': ' || round_pages.result_text,
        'last_confidence': round_pages.confidence_mark || ' ' || round_pages.confidence_words,
        'last_ended_unix': epoch(rounds.ended_at)::bigint,
        -- what is awaited: the second half of the map whose first half came last
        'next': if(
            not states.is_over and rounds.round_role = 'first_half' and rounds.second_half_round_id is null,
            round_pages.map_title || ', round 2'
                || coalesce(': ' || coalesce({{ clock_text('live.time_to_beat_seconds') }}, round_pages.time_to_beat_text) || ' to beat', ''),
            null
        )
    })::varchar as facts,
from sessions
inner join states on states.session_id = sessions.session_id
inner join rounds on rounds.session_id = sessions.session_id and rounds.is_last_of_session
inner join rounds as first_rounds on first_rounds.session_id = sessions.session_id and first_rounds.is_first_of_session
inner join pages on pages.session_id = sessions.session_id
inner join round_pages on round_pages.round_id = rounds.round_id
left join live on live.session_id = sessions.session_id and live.last_round_id = rounds.round_id
left join teams on teams.session_id = sessions.session_id
