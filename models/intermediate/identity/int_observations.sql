-- One thing that was played, whatever told of it. Where neither a file nor a payload does, a row of an existing database stands in, also for a
-- filename message (docs/contracts/identity.md §7).
{{ config(materialized='view') }}

with

told as (

    select * from {{ ref('int_observations__told') }}

),

legacy_rows as (

    select
        *,
        case len(possible_at) when 1 then possible_at[1] end as stamp_at,
        case len(possible_at) when 0 then 'skipped_local_hour' when 2 then 'ambiguous_local_hour' end as stamp_unavailable_reason,
        coalesce(possible_at[1], timezone(time_zone, stamp_local)) as stamp_order_at,
    from {{ ref('int_legacy_round_rows') }}
    where stands_in

),

standing_in as (

    select
        legacy_rows.observation_id as round_id,
        legacy_rows.server,
        legacy_rows.map_name,
        legacy_rows.round_number,
        legacy_rows.round_key,
        told.file_name,
        legacy_rows.timelimit_seconds::double as timelimit_seconds,
        legacy_rows.nexttime_seconds,
        legacy_rows.time_zone,
        legacy_rows.stamp_local,
        legacy_rows.stamp_at,
        legacy_rows.stamp_unavailable_reason,
        {{ round_end_of_stamp('legacy_rows.stamp_at') }} as ended_at,
        legacy_rows.stamp_unavailable_reason as ended_at_unavailable_reason,
        {{ round_end_of_stamp('legacy_rows.stamp_order_at') }} as order_at,
        false as has_file,
        false as has_sound_file,
        false as is_readable,
        false as is_ghost,
        0 as line_count,
        0 as bot_count,
        0 as lua_player_count,
        legacy_rows.arrival_id as legacy_arrival_id,
        legacy_rows.row_name || ', status ' || coalesce(legacy_rows.round_status_text, 'unknown') as legacy_row_text,
        legacy_rows.defender_team_text as legacy_defender_text,
        legacy_rows.winner_team_text as legacy_winner_text,
    from legacy_rows
    left join told on told.round_id = legacy_rows.observation_id

)

select told.*
from told
anti join standing_in on standing_in.round_id = told.round_id

union all by name

select * from standing_in
