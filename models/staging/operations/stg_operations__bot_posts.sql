-- One entry of the bot's journal of posts
with

bot_posts as (

    select * from {{ source('raw', 'bot_posts') }}

)

select
    entry_id,
    entry_kind,
    post_kind,
    anchor_round_id,
    facts_hash,
    channel_id,
    message_id,
    detail,
    written_at,
from bot_posts
where entry_kind <> 'started'
