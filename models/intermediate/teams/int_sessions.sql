-- One evening: the run of rounds of one server, its score and how sure that is (docs/contracts/score.md §4 and §8)
{{ config(materialized='exchanged') }}

with

rounds as (

    select
        sessions.session_id,
        rounds.*,
        outcomes.started_at,
        sessions.extends_session,
    from {{ ref('int_rounds__counted') }} as rounds
    inner join {{ ref('int_round_sessions') }} as sessions on sessions.round_id = rounds.round_id
    inner join {{ ref('int_round_outcomes') }} as outcomes on outcomes.round_id = rounds.round_id
    where sessions.session_id is not null

),

matches as (

    select * from {{ ref('int_matches__scored') }}
    where session_id is not null

),

evenings as (

    select
        session_id,
        any_value(server) as server,
        arg_min(round_id, {'at': order_at, 'round': round_id}) filter (extends_session) as first_round_id,
        arg_max(round_id, {'at': order_at, 'round': round_id}) filter (extends_session) as last_round_id,
        min(coalesce(started_at, ended_at)) as started_at,
        max(ended_at) as ended_at,
        min(order_at) as order_at,
        arg_min(played_on, order_at) as played_on,
        count(*)::integer as round_count,
        count(*) filter (is_counted)::integer as counted_round_count,
    from rounds
    group by session_id

),

scores as (

    select
        session_id,
        count(*)::integer as match_count,
        count(*) filter (is_complete)::integer as complete_match_count,
        count(*) filter (is_counted)::integer as counted_match_count,
        min({{ confidence_rank('score_confidence') }}) filter (is_counted) as weakest_rank,
        arg_min(score_confidence_reason, {{ confidence_rank('score_confidence') }} * 1000 + match_number) filter (is_counted) as weakest_reason,
        sum(team_a_points)::integer as team_a_points,
        sum(team_b_points)::integer as team_b_points,
    from matches
    group by all

),

players as (

    select round_id, player_id
    from {{ ref('int_player_rounds') }}
    where not is_bot

    union all

    -- of a round without a file the rosters that Lua sent are all there is
    select rosters.round_id, rosters.player_id
    from {{ ref('int_round_rosters') }} as rosters
    inner join rounds on rounds.round_id = rosters.round_id
    where not rounds.has_file

),

player_counts as (

    select
        rounds.session_id,
        count(distinct players.player_id)::integer as player_count,
    from rounds
    inner join players on players.round_id = rounds.round_id
    group by all

)

select
    evenings.*,
    coalesce(scores.match_count, 0) as match_count,
    coalesce(scores.complete_match_count, 0) as complete_match_count,
    coalesce(scores.counted_match_count, 0) as counted_match_count,
    coalesce(player_counts.player_count, 0) as player_count,
    scores.team_a_points,
    scores.team_b_points,
    case
        when scores.team_a_points > scores.team_b_points then 'A'
        when scores.team_b_points > scores.team_a_points then 'B'
        when scores.team_a_points = scores.team_b_points then 'draw'
    end as winner_team,
    case
        when coalesce(scores.counted_match_count, 0) = 0 then 'missing'
        when scores.counted_match_count < scores.complete_match_count
            then {{ confidence_of_rank('least(scores.weakest_rank, ' ~ confidence_rank("'ambiguous'") ~ ')') }}
        else {{ confidence_of_rank('scores.weakest_rank') }}
    end as score_confidence,
    case
        when coalesce(scores.counted_match_count, 0) = 0 then 'no_counted_match'
        when scores.counted_match_count < scores.complete_match_count then 'not_all_maps_counted'
        else scores.weakest_reason
    end as score_confidence_reason,
    scores.counted_match_count || ' of ' || scores.complete_match_count || ' maps counted' as counted_maps_text,
from evenings
left join scores on scores.session_id = evenings.session_id
left join player_counts on player_counts.session_id = evenings.session_id
