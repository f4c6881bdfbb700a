with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

attackers as (

    select * from {{ ref('stg_proximity__attackers') }}
    where item_defect is null

),

players as (

    select * from {{ ref('int_proximity__players') }}

)

select
    {{ proximity_file_ids() }},
    attackers.engagement_id::integer as engagement_id,
    attackers.line_number::integer as line_number,
    attackers.attacker_number::integer as attacker_number,
    players.player_id::varchar as player_id,
    attackers.player_name::varchar as player_name,
    attackers.side::tinyint as side,
    {{ side_name('attackers.side') }}::varchar as side_name,
    attackers.damage::integer as damage,
    attackers.hits::integer as hits,
    attackers.first_hit_time::integer as first_hit_time_ms,
    attackers.last_hit_time::integer as last_hit_time_ms,
    attackers.weapon_hits::varchar as weapon_hits,
    attackers.has_killed::boolean as has_killed,
    files.order_at::timestamptz as order_at,
from attackers
inner join files on files.file_id = attackers.file_id
left join players on players.file_id = attackers.file_id and players.guid = coalesce(attackers.guid, '')
