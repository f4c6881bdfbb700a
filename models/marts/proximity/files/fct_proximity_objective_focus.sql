with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

focus as (

    select * from {{ ref('stg_proximity__objective_focus') }}
    where row_defect is null

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    focus.line_number::integer as line_number,
    players.player_id::varchar as player_id,
    focus.player_name::varchar as player_name,
    focus.side::tinyint as side,
    {{ side_name('focus.side') }}::varchar as side_name,
    focus.objective::varchar as objective,
    focus.average_distance::double as mean_distance_units,
    -- the tracker multiplies samples with the interval it was set to; what was in force is known better
    (
        focus.time_within_radius_ms / 1000.0
        * coalesce(files.measured_interval_ms::double / nullif(files.sample_interval_ms, 0), 1)
    )::double as near_seconds,
    focus.sample_count::integer as sample_count,
    files.order_at::timestamptz as order_at,
from focus
inner join files on files.file_id = focus.file_id
left join players on players.file_id = focus.file_id and players.guid = coalesce(focus.guid, '')
