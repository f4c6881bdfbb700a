with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    players.guid::varchar as guid,
    players.player_id::varchar as player_id,
    players.line_player_id::varchar as line_player_id,
    players.player_name::varchar as player_name,
    players.player_unavailable_reason::varchar as player_unavailable_reason,
    players.side::tinyint as side,
    {{ side_name('players.side') }}::varchar as side_name,
    players.has_changed_side::boolean as has_changed_side,
    files.order_at::timestamptz as order_at,
from players
inner join files on files.file_id = players.file_id
