-- An example of views for a web site, on the marts that `fullhold publish --to postgres` serves. They select, join and sort; every number is
-- the marts' own, and no score comes without its confidence. Written for schema fullhold_v1: after a new version, correct the next line and
-- run the file again (docs/serving.md §4). The role of the web site: grant usage on schema website, grant select on all tables in schema website.
set search_path to fullhold_v1;

create schema if not exists website;

create or replace view website.evenings as
select
    session_id,
    server,
    played_on,
    started_at,
    team_a_name,
    team_b_name,
    team_a_points,
    team_b_points,
    winner_team,
    score_confidence,
    score_confidence_reason,
    counted_maps_text,
    round_count,
    player_count,
    order_at
from fct_sessions;

create or replace view website.maps_of_evenings as
select
    matches.session_id,
    matches.match_id,
    matches.match_number,
    maps.map_title,
    first_half.round_stopwatch_state as first_half_state,
    first_half.duration_seconds as first_half_seconds,
    second_half.round_stopwatch_state as second_half_state,
    second_half.duration_seconds as second_half_seconds,
    matches.winner_team,
    matches.team_a_points,
    matches.team_b_points,
    matches.score_confidence,
    matches.score_confidence_reason,
    matches.is_counted,
    reasons.sentence as not_counted_sentence
from fct_matches as matches
inner join dim_maps as maps on maps.map_name = matches.map_name
left join fct_rounds as first_half on first_half.round_id = matches.first_half_round_id
left join fct_rounds as second_half on second_half.round_id = matches.second_half_round_id
left join dim_reasons as reasons on reasons.reason_code = matches.not_counted_reason;

create or replace view website.players_of_evenings as
select
    session_id,
    player_id,
    player_name,
    team,
    round_count,
    kills,
    deaths,
    kill_death_ratio,
    damage_per_minute,
    accuracy_percent,
    revives
from fct_session_players;

create or replace view website.players as
select
    player_id,
    player_name,
    counted_round_count,
    session_count,
    first_seen_on,
    last_seen_on
from dim_players;

create or replace view website.leaderboards as
select
    board,
    board_title,
    period,
    place,
    player_id,
    player_name,
    value,
    unit,
    sample_size
from rpt_leaderboards;

create or replace view website.live_score as
select
    scores.server,
    scores.team_a_name,
    scores.team_b_name,
    scores.team_a_points,
    scores.team_b_points,
    scores.score_confidence,
    reasons.sentence as score_confidence_sentence,
    scores.counted_maps_text,
    scores.map_in_progress,
    scores.time_to_beat_seconds,
    scores.last_round_ended_at
from rpt_live_score as scores
left join dim_reasons as reasons on reasons.reason_code = scores.score_confidence_reason;

reset search_path;
