with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

moments as (

    select * from {{ ref('stg_proximity__cohesion') }}
    where row_defect is null and side is not null and alive_count >= 2

)

select
    {{ proximity_file_ids() }},
    moments.side::tinyint as side,
    {{ side_name('moments.side') }}::varchar as side_name,
    (floor((moments.time_ms + coalesce(files.clock_offset_ms, 0)) / 10000) * 10)::integer as from_round_seconds,
    count(*)::integer as moment_count,
    avg(moments.alive_count::decimal(12, 3))::double as mean_alive_count,
    avg(moments.dispersion::decimal(12, 3))::double as mean_dispersion_units,
    avg(moments.max_spread::decimal(12, 3))::double as mean_spread_units,
    avg(moments.straggler_count::decimal(12, 3))::double as mean_straggler_count,
    avg(moments.buddy_distance::decimal(12, 3))::double as mean_buddy_units,
    files.order_at::timestamptz as order_at,
from moments
inner join files on files.file_id = moments.file_id
group by
    files.file_id,
    files.round_id,
    files.server,
    files.map_name,
    files.order_at,
    moments.side,
    (floor((moments.time_ms + coalesce(files.clock_offset_ms, 0)) / 10000) * 10)::integer
