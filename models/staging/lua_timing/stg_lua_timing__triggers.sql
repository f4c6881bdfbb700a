-- One message that names a file which was just written: a stats or an endstats file (docs/formats/lua-timing.md §7).
-- A name that is no file name of a round is refused; it can point to nothing.
with

messages as (

    select * from {{ ref('base_lua_timing__messages') }}
    where message_kind = 'filename_trigger'

),

named as (

    select
        *,
        regexp_extract(
            quoted_name,
            '^(\d{4}-\d{2}-\d{2})-(\d{6})-([^/\\`]+)-round-([12])(-endstats)?\.txt$',
            ['local_date', 'local_clock', 'map', 'round', 'endstats']
        ) as name_part,
    from messages

),

judged as (

    select
        *,
        length(quoted_name) <= 255 and not contains(quoted_name, '..') and name_part.local_date <> '' as is_file_name,
    from named

)

select
    ---------- ids
    arrival_id,
    server,
    source_name,
    message_id,
    webhook_id,
    raw_sha256,
    if(is_file_name, quoted_name, null) as file_name,
    -- as the files' own staging names them: an endstats file by the round it is about
    if(is_file_name, regexp_replace(lower(left(quoted_name, -4)), '-endstats$', ''), null) as file_stem,

    ---------- text
    if(is_file_name and name_part.endstats <> '', 'endstats', if(is_file_name, 'stats', null)) as file_kind,
    {{ map_key('if(is_file_name, name_part.map, null)') }} as map_name,
    left(quoted_name, 200) as quoted_name,

    ---------- numbers
    {{ round_number('name_part.round') }} as stated_round_number,

    ---------- booleans
    is_file_name,

    ---------- times
    if(is_file_name, {{ stamp_of_name('name_part.local_date', 'name_part.local_clock') }}, null) as stamp_local,
    edited_at,
    sent_at,
    received_at,
from judged
