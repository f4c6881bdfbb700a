with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

support as (

    select * from {{ ref('int_proximity__support') }}

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    players.guid::varchar as guid,
    players.player_id::varchar as player_id,
    players.player_name::varchar as player_name,
    players.side::tinyint as side,
    {{ side_name('players.side') }}::varchar as side_name,
    support.frame_count::integer as frame_count,
    support.supported_frame_count::integer as supported_frame_count,
    (support.known_ms / 1000.0)::double as sampled_seconds,
    (support.supported_ms / 1000.0)::double as supported_seconds,
    {{ percent_of('support.supported_frame_count', 'support.frame_count') }} as support_percent,
    files.order_at::timestamptz as order_at,
from support
inner join files on files.file_id = support.file_id
inner join players on players.file_id = support.file_id and players.guid = support.guid
