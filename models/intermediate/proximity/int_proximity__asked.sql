-- One proximity file version that counts for its name, with a key of everything outside the file that its rows depend on:
-- the round it belongs to, whether it counts for it, and who was merged with whom. Read from the published marts alone.
with

files as (

    select * from {{ ref('fct_raw_files') }}
    where kind = 'proximity' and is_current

),

events as (

    select * from {{ ref('fct_round_events') }}
    where source = 'proximity_file'

),

merges as (

    select coalesce(string_agg(line_player_id || '>' || player_id, ',' order by line_player_id), '') as merged_players
    from {{ ref('int_player_identities') }}

),

linked as (

    select
        files.file_id,
        files.server,
        files.file_name,
        files.sha256 as raw_sha256,
        files.size_bytes,
        events.map_name,
        events.stated_round_number,
        events.round_number,
        events.round_start_unix,
        events.round_end_unix,
        events.round_id,
        events.link_status,
        events.confidence,
        events.reason_code,
        events.round_id is not null and events.reason_code is null as is_counted,
        -- a file that was superseded is counted and checked, but its rows would tell a round twice
        coalesce(events.reason_code, '') <> 'fuller_file_counts' as is_shown,
        coalesce(
            to_timestamp(events.round_end_unix),
            try_strptime(events.round_date || events.round_time, '%Y-%m-%d%H%M%S')::timestamptz,
            to_timestamp(0)
        ) as order_at,
        merges.merged_players,
    from files
    inner join events on events.event_id = files.event_id
    cross join merges

)

select
    * exclude (merged_players),
    {{ short_id("concat_ws('|', file_id, coalesce(round_id, ''), link_status, coalesce(reason_code, ''), coalesce(round_number, 0), merged_players)") }} as proximity_key,
from linked
