-- One map played, as people read it
with

matches as (

    select * from {{ ref('fct_matches') }}

),

sessions as (

    select * from {{ ref('fct_sessions') }}

),

rounds as (

    select * from {{ ref('rpt_round_pages') }}

),

maps as (

    select * from {{ ref('dim_maps') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

scored as (

    select
        match_id,
        sum(team_a_points) over evening as team_a_score,
        sum(team_b_points) over evening as team_b_score,
    from matches
    where session_id is not null
    window evening as (partition by session_id order by match_number rows unbounded preceding)

),

worded as (

    select
        matches.*,
        maps.map_title,
        sessions.team_a_name,
        sessions.team_b_name,
        scored.team_a_score,
        scored.team_b_score,
        first_half.result_text as first_half_text,
        second_half.result_text as second_half_text,
        first_half.half_text as first_half_short_text,
        second_half.half_text as second_half_short_text,
        coalesce(confidence_reasons.sentence, matches.score_confidence_reason) as confidence_sentence,
        coalesce(not_counted_reasons.sentence, matches.not_counted_reason) as not_counted_sentence,
        first_half.ended_early is true or second_half.ended_early is true as has_early_end,
    from matches
    left join sessions on sessions.session_id = matches.session_id
    left join scored on scored.match_id = matches.match_id
    left join rounds as first_half on first_half.round_id = matches.first_half_round_id
    left join rounds as second_half on second_half.round_id = matches.second_half_round_id
    left join maps on maps.map_name = matches.map_name
    left join reasons as confidence_reasons on confidence_reasons.reason_code = matches.score_confidence_reason
    left join reasons as not_counted_reasons on not_counted_reasons.reason_code = matches.not_counted_reason

)

select
    ---------- ids
    match_id::varchar as match_id,
    session_id::varchar as session_id,
    server::varchar as server,
    first_half_round_id::varchar as first_half_round_id,
    second_half_round_id::varchar as second_half_round_id,

    ---------- text
    map_name::varchar as map_name,
    coalesce(map_title, map_name)::varchar as map_title,
    {{ day_text('played_on') }}::varchar as day_text,
    team_a_name::varchar as team_a_name,
    team_b_name::varchar as team_b_name,
    winner_team::varchar as winner_team,
    case
        when not is_counted then 'not counted'
        when winner_team = 'A' then team_a_name
        when winner_team = 'B' then team_b_name
        when winner_team = 'draw' then 'draw: both held'
        else 'unavailable'
    end::varchar as winner_text,
    if(is_counted, team_a_points || ' – ' || team_b_points, null)::varchar as points_text,
    if(is_counted, team_a_score || ' – ' || team_b_score, null)::varchar as score_text,
    coalesce(first_half_text, 'unavailable (no file of the first half)')::varchar as first_half_text,
    coalesce(second_half_text, 'unavailable (not played, or no file)')::varchar as second_half_text,
    coalesce(first_half_short_text, 'unavailable')::varchar as first_half_short_text,
    coalesce(second_half_short_text, 'unavailable')::varchar as second_half_short_text,
    case map_result
        when 'attackers_r1' then 'The time of the first half was not beaten.'
        when 'attackers_r2' then 'The second half was faster.'
        when 'draw' then 'Nobody got through: a double full hold.'
        else 'The result is unavailable.'
    end::varchar as map_result_sentence,
    case team_a_first_half_side when 1 then 'Axis, then Allies' when 2 then 'Allies, then Axis' end::varchar as team_a_sides_text,
    case team_a_first_half_side when 2 then 'Axis, then Allies' when 1 then 'Allies, then Axis' end::varchar as team_b_sides_text,
    score_confidence::varchar as score_confidence,
    {{ confidence_mark('score_confidence') }}::varchar as confidence_mark,
    {{ confidence_words('score_confidence') }}::varchar as confidence_words,
    confidence_sentence::varchar as confidence_sentence,
    not_counted_sentence::varchar as not_counted_sentence,
    map_result::varchar as map_result,

    ---------- numbers
    match_number::integer as match_number,
    team_a_points::integer as team_a_points,
    team_b_points::integer as team_b_points,
    team_a_score::integer as team_a_score,
    team_b_score::integer as team_b_score,
    first_half_seconds::double as first_half_seconds,
    second_half_seconds::double as second_half_seconds,

    ---------- booleans
    is_counted::boolean as is_counted,
    is_complete::boolean as is_complete,
    has_early_end::boolean as has_early_end,

    ---------- times
    order_at::timestamptz as order_at,
    played_on::date as played_on,
from worded
