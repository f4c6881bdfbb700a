-- On which maps did both teams hold?
-- gives: played_on, map, limit, first_half_seconds, second_half_seconds, ended_early, confidence, round_key
select
    matches.played_on,
    maps.map_title as map,
    printf('%d:%02d', floor(matches.timelimit_seconds)::integer // 60, floor(matches.timelimit_seconds)::integer % 60) as "limit",
    round(matches.first_half_seconds) as first_half_seconds,
    round(matches.second_half_seconds) as second_half_seconds,
    case
        when first_half.ended_early and second_half.ended_early then 'both'
        when first_half.ended_early then 'first half'
        when second_half.ended_early then 'second half'
        else ''
    end as ended_early,
    matches.score_confidence as confidence,
    second_half.short_key as round_key,
from fct_matches as matches
inner join dim_maps as maps on maps.map_name = matches.map_name
inner join fct_rounds as first_half on first_half.round_id = matches.first_half_round_id
inner join fct_rounds as second_half on second_half.round_id = matches.second_half_round_id
where matches.map_result = 'draw'
order by matches.order_at desc, matches.match_id
