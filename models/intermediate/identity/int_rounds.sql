-- One round: whatever told us about it (docs/contracts/identity.md §4). What was cut off is no round.
with

observations as (

    select * from {{ ref('int_observations__verdicts') }}
    where aborted_reason is null

)

select
    round_id,
    server,
    round_key,
    map_name,
    round_number,
    file_id,
    file_name,
    raw_sha256,
    lua_key,
    lua_round_id,
    config_name,
    has_file,
    has_sound_file,
    -- a round that tells of another one again neither pairs nor stands between
    is_readable and stands_aside_reason is null as is_readable,
    stands_aside_reason,
    legacy_arrival_id,
    legacy_row_text,
    legacy_defender_text,
    legacy_winner_text,
    header_defect,
    line_count,
    bot_count,
    lua_player_count,
    is_ghost,
    longest_minutes,
    header_field_count,
    timelimit_seconds,
    nexttime_seconds,
    playtime_seconds,
    header_limit_seconds,
    lua_limit_seconds,
    lua_limit_minutes,
    lua_playtime_seconds,
    lua_pause_seconds,
    lua_round_number,
    round_start_unix,
    round_end_unix,
    stated_started_at,
    end_reason_text,
    stated_end_reason,
    is_end_reason_known,
    surrender_team,
    stamp_local,
    stamp_at,
    stamp_offset_seconds,
    ended_at,
    ended_at_unavailable_reason,
    stamp_unavailable_reason,
    order_at,
    timezone(time_zone, order_at)::date as played_on,
    time_zone,
from observations
