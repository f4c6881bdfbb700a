-- Who holds the records, and in which round?
-- gives: record, holder, value, unit, map, played_on, round_key
select
    records.record_title as record,
    coalesce(records.player_name, rounds.winner_side_name) as holder,
    if(
        records.record = 'fastest_set',
        printf('%d:%02d', floor(records.value / 60)::integer, floor(records.value % 60)::integer),
        printf('%.0f', records.value)
    ) as value,
    if(records.record = 'fastest_set', 'm:ss', records.unit) as unit,
    maps.map_title as map,
    records.played_on,
    rounds.short_key as round_key,
from rpt_records as records
inner join fct_rounds as rounds on rounds.round_id = records.round_id
inner join dim_maps as maps on maps.map_name = records.map_name
where records.period = 'all_time'
    and records.scope = 'all_maps'
    and records.place = 1
order by records.record_title
