select
    ---------- ids
    round_id::varchar as round_id,
    player_id::varchar as player_id,
    line_player_id::varchar as line_player_id,
    match_id::varchar as match_id,
    session_id::varchar as session_id,
    server::varchar as server,

    ---------- text
    player_name::varchar as player_name,
    map_name::varchar as map_name,
    side_name::varchar as side_name,
    team::varchar as team,
    difference_mode::varchar as difference_mode,
    not_counted_reason::varchar as not_counted_reason,
    time_dead_source::varchar as time_dead_source,

    ---------- numbers
    round_number::tinyint as round_number,
    side::tinyint as side,
    minutes_played::double as minutes_played,
    played_seconds::double as played_seconds,
    {% for name in summable_numbers() -%}
    {{ name }}::{{ 'double' if name.endswith('seconds') and name != 'denied_seconds' else 'integer' }} as {{ name }},
    {% endfor -%}
    killing_spree::integer as killing_spree,
    death_spree::integer as death_spree,
    {{ player_metrics() }}

    ---------- booleans
    is_bot::boolean as is_bot,
    is_counted::boolean as is_counted,

    ---------- times
    ended_at::timestamptz as ended_at,
    played_on::date as played_on,
from {{ ref('int_player_rounds__described') }}
