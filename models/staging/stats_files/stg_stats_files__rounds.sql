-- One stats file version: what its name and its header say (docs/formats/stats-files.md §1 and §3)
with

files as (

    select
        {{ file_id() }} as file_id,
        *,
    from {{ source('raw', 'stats_files') }}
    where {{ in_scope(source('raw', 'stats_files'), file_id()) }}

),

named_files as (

    select
        * exclude (content),
        regexp_extract(
            file_name,
            '^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)-round-([12])\.txt$',
            ['local_date', 'local_clock', 'map', 'round']
        ) as named,
        ends_with(content, e'\n') as ends_with_newline,
        length(replace(content, e'\r\n', e'\n')) as normalised_length,
        string_split(content, e'\n') as written_lines,
    from files

),

split_header as (

    select
        * exclude (written_lines),
        len(written_lines) > 1 as header_has_line_end,
        string_split(rtrim(written_lines[1], e'\r'), '\') as header,
    from named_files

),

typed as (

    select
        ---------- ids
        file_id,
        server,
        source_name,
        file_name,
        lower(left(file_name, -4)) as file_stem,
        sha256 as raw_sha256,

        ---------- text
        header[1] as host_name_raw,
        {{ map_key('named.map') }} as map_name,
        {{ map_key('header[2]') }} as header_map_name,
        nullif(header[3], '') as config_name,
        header[5] as defender_text,
        header[6] as winner_text,
        header[7] as timelimit_text,
        header[8] as nexttime_text,
        header[9] as playtime_text,
        encoding,
        origin,

        ---------- numbers
        {{ round_number('named.round') }} as round_number,
        {{ round_number('header[4]') }} as header_round_number,
        {{ side('header[5]') }} as defender_side,
        {{ side('header[6]') }} as winner_side,
        {{ clock_seconds('header[7]') }} as timelimit_seconds,
        {{ clock_seconds('header[8]') }} as nexttime_seconds,
        {{ strict_decimal('header[9]') }} as playtime_number,
        len(header)::integer as header_field_count,
        size_bytes,
        normalised_length::bigint as normalised_length,

        ---------- booleans
        ends_with_newline,
        header_has_line_end,

        ---------- times
        {{ stamp_of_name('named.local_date', 'named.local_clock') }} as stamp_local,
        remote_modified_at,
        received_at,
    from split_header

),

judged as (

    select
        *,
        -- milliseconds; one experimental writer wrote seconds (docs/formats/stats-files.md §3)
        case
            when playtime_number > 10000 then playtime_number / 1000.0
            when playtime_number > 0 then playtime_number
        end::decimal(10, 3) as playtime_seconds,
        playtime_number < 0 as has_negative_playtime,
        case
            when header_field_count < 8 then 'header_too_short'
            when not header_has_line_end then 'no_final_newline'
            when header_round_number is distinct from round_number then 'header_names_another_round'
            when header_map_name is distinct from map_name then 'header_names_another_map'
            when timelimit_seconds is null then 'header_without_limit'
        end as header_defect,
    from typed

)

select * exclude (playtime_number) from judged
