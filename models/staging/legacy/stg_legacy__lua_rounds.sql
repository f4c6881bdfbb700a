-- One round end as the earlier bot stored it from a Lua message, with the round that it was linked to there
with

newest as (

    {{ newest_legacy_rows('lua_round_teams') }}

),

parsed as (

    select
        * exclude (content),
        {{ legacy_fields([
            'match_id', 'round_number', 'round_id', 'map_name', 'round_start_unix', 'round_end_unix', 'actual_duration_seconds',
        ]) }} as field,
    from newest

),

typed as (

    select
        ---------- ids
        server,
        source_name,
        row_key,
        row_sha256,
        {{ legacy_arrival_id('lua_round_teams') }} as arrival_id,
        {{ legacy_row_name('lua_round_teams') }} as row_name,
        field[1] as legacy_match_id,
        field[3] as linked_round_key,

        ---------- text
        {{ map_key('field[4]') }} as map_name,

        ---------- numbers
        try_cast({{ strict_integer('field[2]') }} as tinyint) as round_number,
        nullif({{ legacy_integer('field[5]') }}, 0) as round_start_unix,
        nullif({{ legacy_integer('field[6]') }}, 0) as round_end_unix,
        {{ legacy_integer('field[7]') }} as playtime_seconds,

        ---------- times
        received_at,
    from parsed

)

select
    *,
    -- instants outside the game's life are damage, not times
    if(round_end_unix between 1041379200 and 4102444800, make_timestamptz(round_end_unix * 1000000), null) as ended_at,
from typed
