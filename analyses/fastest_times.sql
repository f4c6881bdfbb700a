-- What are the fastest times on each map?
-- gives: map, place, time, half, attackers, played_on, round_key
select
    maps.map_title as map,
    row_number() over (partition by records.map_name order by records.value, rounds.order_at, rounds.round_id) as place,
    printf('%d:%02d', floor(records.value / 60)::integer, floor(records.value % 60)::integer) as time,
    rounds.round_number as half,
    rounds.winner_side_name as attackers,
    records.played_on,
    rounds.short_key as round_key,
from rpt_records as records
inner join fct_rounds as rounds on rounds.round_id = records.round_id
inner join dim_maps as maps on maps.map_name = records.map_name
where records.record = 'fastest_set'
    and records.period = 'all_time'
    and records.scope = 'map'
    and records.place <= 3
order by maps.map_title, place
