-- One proximity file version: what its name and its header say, and how much it holds (docs/formats/proximity-files.md §1 and §3).
-- Nothing here depends on the version line: the sections are read by the models of staging/proximity.
with

files as (

    select
        {{ file_id() }} as file_id,
        * exclude (content),
        -- everything above the first section; a header is far shorter
        regexp_extract(
            left(content, 16384) || e'\n# END\n',
            '^(?s:.*?)\n# [A-Z][A-Z0-9_]*\r?\n'
        ) as header,
        list_filter(
            string_split(content, e'\n'),
            lambda line: line <> '' and line <> e'\r' and not starts_with(line, '#')
        ) as data_lines,
        len(regexp_extract_all(content, '(?m:^# [A-Z][A-Z0-9_]*\r?$)')) as title_count,
        ends_with(content, e'\n') as ends_with_newline,
        length(replace(content, e'\r\n', e'\n')) as normalised_length,
        regexp_extract(
            file_name,
            '^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)-round-(\d+)_engagements\.txt$',
            ['local_date', 'local_clock', 'map', 'round']
        ) as named,
    from {{ source('raw', 'proximity_files') }}

)

select
    ---------- ids
    file_id,
    server,
    source_name,
    file_name,
    lower(regexp_replace(file_name, '\.txt$', '')) as file_stem,
    sha256 as raw_sha256,

    ---------- text
    coalesce({{ map_key('named.map') }}, {{ map_key(proximity_header('map')) }}) as map_name,
    nullif(regexp_extract(header, '^# PROXIMITY_TRACKER_(V\d+)', 1), '') as family,
    {{ proximity_header('tracker_version_full') }} as tracker_version,
    {{ proximity_header('capabilities') }} as capabilities,
    encoding,
    origin,

    ---------- numbers
    -- the first round of the oldest trackers says 0
    try_cast(regexp_extract(coalesce({{ proximity_header('round') }}, named.round), '^\d$') as tinyint) as stated_round_number,
    {{ strict_integer(proximity_header('position_sample_interval')) }} as sample_interval_ms,
    {{ strict_integer(proximity_header('crossfire_window')) }} as crossfire_window_ms,
    {{ strict_integer(proximity_header('escape_time')) }} as escape_time_ms,
    {{ strict_integer(proximity_header('escape_distance')) }} as escape_distance_units,
    nullif({{ strict_integer(proximity_header('axis_spawn_interval')) }}, 0) as axis_spawn_interval_ms,
    nullif({{ strict_integer(proximity_header('allies_spawn_interval')) }}, 0) as allies_spawn_interval_ms,
    {{ unix_seconds(proximity_header('round_start_unix')) }} as round_start_unix,
    {{ unix_seconds(proximity_header('round_end_unix')) }} as round_end_unix,
    size_bytes,
    normalised_length::bigint as normalised_length,
    title_count - if(header like '# PROXIMITY_TRACKER%', 1, 0) as section_count,
    len(data_lines)::integer as sound_line_count,

    ---------- booleans
    {{ proximity_header('test_mode') }} = '1' as is_test_mode,
    ends_with_newline,

    ---------- times
    {{ stamp_of_name('named.local_date', 'named.local_clock') }} as stamp_local,
    remote_modified_at,
    received_at,
from files
