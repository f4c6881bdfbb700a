-- One Discord user with the player an admin approved for him last
with

entries as (

    select * from {{ ref('stg_operations__player_links') }}

),

approved as (

    select *
    from entries
    where entry_kind = 'approved'
    qualify row_number() over (partition by discord_user_id order by written_at desc, link_id) = 1

)

select
    discord_user_id::varchar as discord_user_id,
    player_id::varchar as player_id,
    author::varchar as approved_by,
    written_at::timestamptz as approved_at,
from approved
