-- One round payload as it arrived, from a message or from a gametimes file, its JSON taken apart no further than its first embed
-- (docs/formats/lua-timing.md §2). What is no JSON has no embed.
with

messages as (

    select
        arrival_id,
        'stats_ready' as source,
        server,
        source_name,
        message_id as file_name,
        webhook_id,
        raw_sha256,
        null as named_map,
        null as named_end,
        null::json as meta,
        try_cast(embeds as json) as embeds,
        try_cast(embeds as json) is not null as is_json,
        'utf-8' as encoding,
        length(embeds) as size_bytes,
        null::timestamptz as remote_modified_at,
        edited_at,
        received_at,
    from {{ ref('base_lua_timing__messages') }}
    where message_kind = 'stats_ready'

),

files as (

    select
        *,
        {{ file_id() }} as arrival_id,
        regexp_extract(file_name, '^gametime-(.+)-R(\d+)-(\d+)\.json$', ['map', 'round', 'unix']) as name_part,
        try_cast(content as json) as document,
    from {{ source('raw', 'gametimes_files') }}
    where {{ in_scope(source('raw', 'gametimes_files'), file_id()) }}

),

-- the payload is an object or a text that holds one; a file may also be the bare body
unwrapped as (

    select
        *,
        case json_type(document, '$.payload')
            when 'VARCHAR' then try_cast(json_extract_string(document, '$.payload') as json)
            when 'OBJECT' then json_extract(document, '$.payload')
            else document
        end as body,
    from files

),

gametimes as (

    select
        arrival_id,
        'gametime_fallback' as source,
        server,
        source_name,
        file_name,
        null as webhook_id,
        sha256 as raw_sha256,
        nullif(name_part.map, '') as named_map,
        nullif(name_part.unix, '') as named_end,
        case when json_type(document, '$.meta') = 'OBJECT' then json_extract(document, '$.meta') end as meta,
        json_extract(body, '$.embeds') as embeds,
        document is not null as is_json,
        encoding,
        size_bytes,
        remote_modified_at,
        null::timestamptz as edited_at,
        received_at,
    from unwrapped

),

bodies as (

    select * from messages
    union all by name
    select * from gametimes

)

select
    * exclude (embeds),
    case when json_type(embeds, '$[0]') = 'OBJECT' then json_extract(embeds, '$[0]') end as embed,
from bodies
