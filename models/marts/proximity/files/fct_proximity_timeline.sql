with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

events as (

    select * from {{ ref('int_proximity__timeline') }}

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    events.event_number::integer as event_number,
    ones.player_id::varchar as player_id,
    others.player_id::varchar as other_player_id,
    ones.player_name::varchar as player_name,
    others.player_name::varchar as other_player_name,
    events.event_kind::varchar as event_kind,
    nullif(events.detail, '')::varchar as detail,
    coalesce(events.side, ones.side)::tinyint as side,
    {{ side_name('coalesce(events.side, ones.side)') }}::varchar as side_name,
    {{ round_seconds('events.time_ms') }} as at_round_seconds,
    {{ round_seconds('events.end_ms') }} as until_round_seconds,
    events.x::double as x,
    events.y::double as y,
    files.order_at::timestamptz as order_at,
from events
inner join files on files.file_id = events.file_id
left join players as ones on ones.file_id = events.file_id and ones.guid = events.guid
left join players as others on others.file_id = events.file_id and others.guid = events.other_guid
