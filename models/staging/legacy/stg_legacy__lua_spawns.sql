-- One player's spawn statistics of a round end as the earlier bot stored them, with the round that they were linked to there
with

newest as (

    {{ newest_legacy_rows('lua_spawn_stats') }}

),

parsed as (

    select
        * exclude (content),
        {{ legacy_fields(['match_id', 'round_number', 'round_id', 'map_name']) }} as field,
    from newest

)

select
    ---------- ids
    server,
    source_name,
    row_key,
    row_sha256,
    field[1] as legacy_match_id,
    field[3] as linked_round_key,

    ---------- text
    {{ map_key('field[4]') }} as map_name,

    ---------- numbers
    try_cast({{ strict_integer('field[2]') }} as tinyint) as round_number,

    ---------- times
    received_at,
from parsed
