-- One endstats file version: what its name says, and how many of its lines are understood (docs/formats/endstats-files.md §12.1)
with

files as (

    select
        {{ file_id() }} as file_id,
        *,
    from {{ source('raw', 'endstats_files') }}
    where {{ in_scope(source('raw', 'endstats_files'), file_id()) }}

),

named_files as (

    select
        * exclude (content),
        regexp_extract(
            file_name,
            '^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)-round-([12])-endstats\.txt$',
            ['local_date', 'local_clock', 'map', 'round']
        ) as named,
        ends_with(content, e'\n') as ends_with_newline,
        length(replace(content, e'\r\n', e'\n')) as normalised_length,
    from files

),

counted_lines as (

    select
        file_id,
        count(*) filter (line_defect is null) as sound_line_count,
        count(*) filter (line_defect is not null) as defect_line_count,
    from {{ ref('stg_endstats_files__lines') }}
    group by all

)

select
    ---------- ids
    file_id,
    server,
    source_name,
    file_name,
    lower(regexp_replace(file_name, '-endstats\.txt$', '')) as file_stem,
    sha256 as raw_sha256,

    ---------- text
    {{ map_key('named.map') }} as map_name,
    encoding,
    origin,

    ---------- numbers
    {{ round_number('named.round') }} as stated_round_number,
    size_bytes,
    normalised_length::bigint as normalised_length,
    coalesce(sound_line_count, 0)::integer as sound_line_count,
    coalesce(defect_line_count, 0)::integer as defect_line_count,

    ---------- booleans
    ends_with_newline,

    ---------- times
    {{ stamp_of_name('named.local_date', 'named.local_clock') }} as stamp_local,
    remote_modified_at,
    received_at,
from named_files
left join counted_lines using (file_id)
