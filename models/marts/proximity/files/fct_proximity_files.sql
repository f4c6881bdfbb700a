with

files as (

    select * from {{ ref('int_proximity__files') }}

),

sections as (

    select
        file_id,
        count(*) filter (section <> '') as section_count,
        count(*) filter (not is_known) as unknown_section_count,
        string_agg(section, ', ' order by section_number) filter (section <> '') as section_names,
        sum(row_count) as row_count,
        sum(sound_row_count) as sound_row_count,
        sum(defect_row_count) as defect_row_count,
        sum(unread_row_count) as unread_row_count,
        arg_max(section, section_number) as last_section,
        arg_max(row_count, section_number) as last_section_row_count,
    from {{ ref('int_proximity__sections') }}
    group by all

),

players as (

    select
        file_id,
        count(*) filter (player_id is not null) as player_count,
        count(*) filter (player_id is null) as excluded_client_count,
    from {{ ref('int_proximity__players') }}
    group by all

)

select
    ---------- ids
    {{ proximity_file_ids() }},
    files.file_name::varchar as file_name,
    files.raw_sha256::varchar as raw_sha256,

    ---------- text
    files.link_status::varchar as link_status,
    files.confidence::varchar as confidence,
    files.reason_code::varchar as reason_code,
    files.family::varchar as family,
    files.tracker_version::varchar as tracker_version,
    files.capabilities::varchar as capabilities,
    sections.section_names::varchar as section_names,
    files.clock_status::varchar as clock_status,
    case
        when files.is_shutdown then 'shutdown'
        when files.stated_end_count > 0 then 'round_end'
        else 'unknown'
    end::varchar as file_end,
    files.sprint_unavailable_reason::varchar as sprint_unavailable_reason,

    ---------- numbers
    files.round_number::tinyint as round_number,
    files.stated_round_number::tinyint as stated_round_number,
    files.round_start_unix::bigint as round_start_unix,
    files.round_end_unix::bigint as round_end_unix,
    ((files.end_time_ms + files.clock_offset_ms) / 1000.0)::double as duration_seconds,
    files.clock_offset_ms::integer as clock_offset_ms,
    files.sample_interval_ms::integer as stated_sample_interval_ms,
    files.measured_interval_ms::integer as measured_sample_interval_ms,
    files.size_bytes::bigint as size_bytes,
    coalesce(sections.section_count, 0)::integer as section_count,
    coalesce(sections.unknown_section_count, 0)::integer as unknown_section_count,
    coalesce(sections.row_count, 0)::integer as row_count,
    coalesce(sections.sound_row_count, 0)::integer as sound_row_count,
    coalesce(sections.defect_row_count, 0)::integer as defect_row_count,
    coalesce(sections.unread_row_count, 0)::integer as unread_row_count,
    files.sample_count::integer as sample_count,
    files.sprint_sample_count::integer as sprint_sample_count,
    coalesce(players.player_count, 0)::integer as player_count,
    coalesce(players.excluded_client_count, 0)::integer as excluded_client_count,

    ---------- booleans
    files.is_counted::boolean as is_counted,
    -- the tracker writes no mark of the end: an open last line, or a last section without rows that is never empty
    (
        not files.ends_with_newline
        or (
            coalesce(sections.last_section_row_count, 0) = 0
            and coalesce(sections.last_section, '') not in ('ENGAGEMENTS', 'PLAYER_TRACKS', 'KILL_HEATMAP', 'MOVEMENT_HEATMAP', 'TRADE_KILLS')
        )
        or coalesce(sections.last_section, '') in ('', 'ENGAGEMENTS', 'PLAYER_TRACKS', 'KILL_HEATMAP')
    )::boolean as is_truncated,
    files.is_test_mode::boolean as is_test_mode,

    ---------- times
    files.order_at::timestamptz as order_at,
from files
left join sections on sections.file_id = files.file_id
left join players on players.file_id = files.file_id
