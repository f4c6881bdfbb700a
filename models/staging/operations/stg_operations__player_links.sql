-- One entry about a Discord user and the player he says to be: asked, approved or refused
with

player_links as (

    select * from {{ source('raw', 'player_links') }}

)

select
    link_id,
    entry_kind,
    discord_user_id,
    player_id,
    author,
    written_at,
from player_links
