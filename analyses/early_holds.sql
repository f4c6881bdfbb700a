-- Which holds ended before the time was over, and may have been surrenders?
-- gives: played_on, map, half, defenders, played, limit, left_percent, map_result, evening, round_key
select
    rounds.played_on,
    maps.map_title as map,
    rounds.round_number as half,
    rounds.defender_side_name as defenders,
    printf('%d:%02d', floor(rounds.duration_seconds / 60)::integer, floor(rounds.duration_seconds % 60)::integer) as played,
    printf('%d:%02d', floor(rounds.timelimit_seconds)::integer // 60, floor(rounds.timelimit_seconds)::integer % 60) as "limit",
    round(100.0 * (1 - rounds.duration_seconds / rounds.timelimit_seconds)) as left_percent,
    matches.map_result,
    sessions.team_a_name || ' - ' || sessions.team_b_name as evening,
    rounds.short_key as round_key,
from fct_rounds as rounds
inner join dim_maps as maps on maps.map_name = rounds.map_name
inner join fct_matches as matches on matches.match_id = rounds.match_id
left join fct_sessions as sessions on sessions.session_id = rounds.session_id
where rounds.ended_early
order by rounds.order_at desc, rounds.round_id
