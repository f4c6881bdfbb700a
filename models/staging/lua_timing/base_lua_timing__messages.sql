-- One state of one Discord message, and what kind of message it is
with

messages as (

    select
        {{ message_arrival_id() }} as arrival_id,
        *,
    from {{ source('raw', 'discord_messages') }}
    where {{ in_scope(source('raw', 'discord_messages'), message_arrival_id()) }}

),

-- the first text in backquotes that ends like a file's name
read as (

    select
        *,
        regexp_extract(content, '`([^`]*\.txt)`', 1) as quoted_name,
    from messages

)

select
    ---------- ids
    arrival_id,
    server,
    source_name,
    message_id,
    webhook_id,
    sha256 as raw_sha256,

    ---------- text
    {{ message_kind('content') }} as message_kind,
    content,
    embeds,
    nullif(quoted_name, '') as quoted_name,

    ---------- times
    sent_at,
    edited_at,
    received_at,
from read
qualify row_number() over (partition by arrival_id order by received_at, source_name) = 1
