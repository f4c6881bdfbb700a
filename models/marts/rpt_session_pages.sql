-- One evening as people read it
with

sessions as (

    select * from {{ ref('fct_sessions') }}

),

matches as (

    select * from {{ ref('fct_matches') }}

),

rounds as (

    select * from {{ ref('fct_rounds') }}

),

events as (

    select * from {{ ref('fct_round_events') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

servers as (

    select * from {{ ref('int_servers') }}

),

uncounted as (

    select
        session_id,
        count(*) as not_counted_count,
    from matches
    where not is_counted
    group by all

),

arrivals as (

    select
        rounds.session_id,
        events.source,
        count(*) as arrival_count,
    from events
    inner join rounds on rounds.round_id = events.round_id
    group by all

),

told as (

    select
        session_id,
        string_agg(arrival_count || ' ' || replace(source, '_', ' '), ', ' order by source) as arrivals_text,
        sum(arrival_count) as arrival_count,
    from arrivals
    group by all

),

worded as (

    select
        sessions.*,
        timezone(servers.time_zone, sessions.started_at) as started_local,
        timezone(servers.time_zone, sessions.ended_at) as ended_local,
        coalesce(reasons.sentence, sessions.score_confidence_reason) as confidence_sentence,
        coalesce(uncounted.not_counted_count, 0) as not_counted_count,
        told.arrivals_text,
        coalesce(told.arrival_count, 0) as arrival_count,
    from sessions
    left join servers on servers.server = sessions.server
    left join reasons on reasons.reason_code = sessions.score_confidence_reason
    left join uncounted on uncounted.session_id = sessions.session_id
    left join told on told.session_id = sessions.session_id

)

select
    ---------- ids
    session_id::varchar as session_id,
    server::varchar as server,

    ---------- text
    {{ day_text('played_on') }}::varchar as day_text,
    coalesce(strftime(started_local, '%H:%M') || '–' || strftime(ended_local, '%H:%M'), 'time unavailable')::varchar as hours_text,
    team_a_name::varchar as team_a_name,
    team_b_name::varchar as team_b_name,
    winner_team::varchar as winner_team,
    coalesce(team_a_points || ' – ' || team_b_points, 'no score')::varchar as score_text,
    case winner_team
        when 'A' then team_a_name || ' won ' || team_a_points || ' – ' || team_b_points
        when 'B' then team_b_name || ' won ' || team_b_points || ' – ' || team_a_points
        when 'draw' then 'A draw, ' || team_a_points || ' – ' || team_b_points
        else 'No score: ' || confidence_sentence
    end::varchar as result_text,
    score_confidence::varchar as score_confidence,
    {{ confidence_mark('score_confidence') }}::varchar as confidence_mark,
    {{ confidence_words('score_confidence') }}::varchar as confidence_words,
    confidence_sentence::varchar as confidence_sentence,
    counted_maps_text::varchar as counted_maps_text,
    coalesce(arrivals_text, 'nothing linked')::varchar as arrivals_text,

    ---------- numbers
    team_a_points::integer as team_a_points,
    team_b_points::integer as team_b_points,
    round_count::integer as round_count,
    match_count::integer as match_count,
    counted_match_count::integer as counted_match_count,
    not_counted_count::integer as not_counted_count,
    player_count::integer as player_count,
    arrival_count::integer as arrival_count,

    ---------- times
    order_at::timestamptz as order_at,
    played_on::date as played_on,
from worded
