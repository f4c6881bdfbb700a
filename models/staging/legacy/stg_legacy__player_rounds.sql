-- One row of a player in a round of an existing database, its numbers as they are stored there
with

newest as (

    {{ newest_legacy_rows('player_comprehensive_stats') }}

),

parsed as (

    select
        * exclude (content),
        {{ legacy_fields(['round_id', 'round_number', 'player_guid', 'player_name'] + legacy_player_numbers() | map('first') | list) }} as field,
    from newest

)

select
    ---------- ids
    server,
    source_name,
    row_key,
    row_sha256,
    field[1] as legacy_round_id,
    upper(left(field[3], 8)) as guid8,

    ---------- text
    {{ clean_name('field[4]') }} as player_name,

    ---------- numbers
    try_cast({{ strict_integer('field[2]') }} as tinyint) as round_number,
    {%- for name, _ in legacy_player_numbers() %}
    try_cast(field[{{ loop.index + 4 }}] as {{ 'decimal(10, 3)' if name == 'time_played_minutes' else 'double' }}) as {{ name }},
    {%- endfor %}

    ---------- times
    received_at,
from parsed
