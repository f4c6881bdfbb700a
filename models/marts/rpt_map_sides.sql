-- One half of one map, by the side that defended it
with

rounds as (

    select * from {{ ref('fct_rounds') }}
    where is_counted and round_stopwatch_state is not null and defender_side is not null

),

maps as (

    select * from {{ ref('dim_maps') }}

),

counted as (

    select
        map_name,
        defender_side_name,
        round_number,
        count(*) as round_count,
        count(*) filter (round_stopwatch_state = 'FULL_HOLD') as held_count,
        count(*) filter (round_stopwatch_state = 'TIME_SET') as set_count,
        median(duration_seconds) filter (round_stopwatch_state = 'TIME_SET') as median_set_seconds,
        min(duration_seconds) filter (round_stopwatch_state = 'TIME_SET') as fastest_set_seconds,
    from rounds
    group by all

)

select
    ---------- ids
    counted.map_name::varchar as map_name,

    ---------- text
    maps.map_title::varchar as map_title,
    counted.defender_side_name::varchar as defender_side_name,
    {{ clock_text('counted.median_set_seconds') }}::varchar as median_set_text,
    {{ clock_text('counted.fastest_set_seconds') }}::varchar as fastest_set_text,

    ---------- numbers
    counted.round_number::tinyint as round_number,
    counted.round_count::integer as round_count,
    counted.held_count::integer as held_count,
    counted.set_count::integer as set_count,
    {{ percent_of('counted.held_count', 'counted.round_count') }} as hold_percent,
    {{ percent_of('counted.set_count', 'counted.round_count') }} as set_percent,
    counted.median_set_seconds::double as median_set_seconds,
    counted.fastest_set_seconds::double as fastest_set_seconds,
from counted
inner join maps on maps.map_name = counted.map_name
