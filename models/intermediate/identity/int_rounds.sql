-- One round: whatever told us about it (docs/contracts/identity.md §4). Aborted dumps are no rounds.
-- Sources that know rounds without a stats file add their observations here.
with

stats_observations as (

    select * from {{ ref('int_stats_files__verdicts') }}
    where aborted_reason is null

)

select
    round_id,
    server,
    file_stem as round_key,
    map_name,
    round_number,
    file_id,
    file_name,
    raw_sha256,
    config_name,
    is_readable,
    header_defect,
    line_count,
    bot_count,
    longest_minutes,
    header_field_count,
    timelimit_seconds,
    nexttime_seconds,
    playtime_seconds,
    stamp_local,
    stamp_at,
    {{ round_end_of_stamp('stamp_at') }} as ended_at,
    stamp_unavailable_reason as ended_at_unavailable_reason,
    {{ round_end_of_stamp('order_at') }} as order_at,
    timezone(time_zone, {{ round_end_of_stamp('order_at') }})::date as played_on,
    time_zone,
from stats_observations
