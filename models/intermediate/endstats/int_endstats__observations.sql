-- One endstats table of a round, whether it came in one file or in several. Its content_key names the bytes it was read from,
-- so what is computed once under a key stays right.
with

files as (

    select * from {{ ref('int_endstats__observation_files') }}

)

select
    observation_key,
    {{ short_id("observation_key || '|' || string_agg(file_id, '|' order by part_number) filter (is_used)") }} as content_key,
    server,
    map_name,
    stated_round_number,
    arg_min(file_id, part_number) as file_id,
    arg_min(raw_sha256, part_number) as raw_sha256,
    arg_min(file_name, part_number) as file_name,
    count(*)::integer as file_count,
    (sum(sound_line_count) filter (is_used))::integer as sound_line_count,
    min(stamp_local) as stamp_local,
    max(stamp_local) as last_stamp_local,
from files
group by observation_key, server, map_name, stated_round_number
