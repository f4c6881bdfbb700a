-- One state of one Discord message, and what kind of message it is
with

messages as (

    select * from {{ source('raw', 'discord_messages') }}

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
    {{ short_id("concat_ws('|', message_id, coalesce(epoch_ms(edited_at), 0), sha256)") }} as arrival_id,
    server,
    source_name,
    message_id,
    webhook_id,
    sha256 as raw_sha256,

    ---------- text
    case
        when webhook_id is null then 'other'
        when trim(content, e' \t\r\n') = 'STATS_READY' then 'stats_ready'
        when quoted_name <> '' then 'filename_trigger'
        else 'other'
    end as message_kind,
    content,
    embeds,
    nullif(quoted_name, '') as quoted_name,

    ---------- times
    sent_at,
    edited_at,
    received_at,
from read
qualify row_number() over (partition by message_id, edited_at, sha256 order by received_at, source_name) = 1
