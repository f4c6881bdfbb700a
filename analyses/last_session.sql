-- How did the last evening go, map by map?
-- gives: number, map, first_half, second_half, result, points_a, points_b, score_a, score_b, confidence, note
with

evening as (

    select
        session_id,
        team_a_name,
        team_b_name,
    from fct_sessions
    order by order_at desc, session_id
    limit 1

),

halves as (

    select
        round_id,
        case round_stopwatch_state
            when 'FULL_HOLD' then defender_side_name || ' held'
            when 'TIME_SET' then winner_side_name || ' set'
            else coalesce(round_outcome, 'unknown')
        end || coalesce(printf(' %d:%02d', floor(duration_seconds / 60)::integer, floor(duration_seconds % 60)::integer), '') as text,
    from fct_rounds

)

select
    matches.match_number as number,
    maps.map_title as map,
    first_half.text as first_half,
    second_half.text as second_half,
    case matches.winner_team
        when 'A' then evening.team_a_name
        when 'B' then evening.team_b_name
        when 'draw' then 'double full hold'
    end as result,
    matches.team_a_points as points_a,
    matches.team_b_points as points_b,
    sum(matches.team_a_points) over (order by matches.match_number) as score_a,
    sum(matches.team_b_points) over (order by matches.match_number) as score_b,
    matches.score_confidence as confidence,
    coalesce('not counted: ' || matches.not_counted_reason, nullif(matches.score_confidence_reason, 'header'), '') as note,
from evening
inner join fct_matches as matches on matches.session_id = evening.session_id
inner join dim_maps as maps on maps.map_name = matches.map_name
left join halves as first_half on first_half.round_id = matches.first_half_round_id
left join halves as second_half on second_half.round_id = matches.second_half_round_id
order by matches.match_number
