-- How often is each map held, by the side that defends it?
-- gives: map, defenders, first_halves, first_halves_held_percent, second_halves, second_halves_held_percent, median_set
select
    maps.map_title as map,
    rounds.defender_side_name as defenders,
    count(*) filter (rounds.round_number = 1) as first_halves,
    round(
        100.0 * count(*) filter (rounds.round_number = 1 and rounds.round_stopwatch_state = 'FULL_HOLD')
        / nullif(count(*) filter (rounds.round_number = 1), 0),
        1
    ) as first_halves_held_percent,
    count(*) filter (rounds.round_number = 2) as second_halves,
    round(
        100.0 * count(*) filter (rounds.round_number = 2 and rounds.round_stopwatch_state = 'FULL_HOLD')
        / nullif(count(*) filter (rounds.round_number = 2), 0),
        1
    ) as second_halves_held_percent,
    printf(
        '%d:%02d',
        floor(median(rounds.duration_seconds) filter (rounds.round_number = 1 and rounds.round_stopwatch_state = 'TIME_SET') / 60)::integer,
        floor(median(rounds.duration_seconds) filter (rounds.round_number = 1 and rounds.round_stopwatch_state = 'TIME_SET') % 60)::integer
    ) as median_set,
from fct_rounds as rounds
inner join dim_maps as maps on maps.map_name = rounds.map_name
where rounds.is_counted
    and rounds.round_stopwatch_state is not null
group by maps.map_title, rounds.defender_side_name
order by count(*) desc, maps.map_title, rounds.defender_side_name
