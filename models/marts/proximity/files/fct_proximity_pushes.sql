with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

pushes as (

    select * from {{ ref('stg_proximity__pushes') }}
    where row_defect is null

)

select
    {{ proximity_file_ids() }},
    pushes.line_number::integer as line_number,
    pushes.side::tinyint as side,
    {{ side_name('pushes.side') }}::varchar as side_name,
    nullif(nullif(pushes.toward_objective, 'N/A'), 'NO')::varchar as toward_objective,
    {{ round_seconds('pushes.start_time') }} as started_at_round_seconds,
    {{ round_seconds('pushes.end_time') }} as ended_at_round_seconds,
    ((pushes.end_time - pushes.start_time) / 1000.0)::double as duration_seconds,
    pushes.average_speed::double as mean_speed,
    pushes.alignment_score::double as alignment,
    least(greatest(pushes.push_quality, 0), 1)::double as push_quality,
    pushes.push_quality::double as stated_push_quality,
    pushes.participant_count::integer as participant_count,
    case when pushes.toward_objective = 'N/A' then null else pushes.toward_objective <> 'NO' end::boolean as is_toward_objective,
    files.order_at::timestamptz as order_at,
from pushes
inner join files on files.file_id = pushes.file_id
