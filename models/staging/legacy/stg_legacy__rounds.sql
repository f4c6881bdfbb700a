-- One round row of an existing database as it stood at the newest look: halves (round number 1, 2) and summaries of a map (0)
{% set fields = ['match_id', 'round_number', 'round_date', 'round_time', 'map_name', 'defender_team', 'winner_team', 'round_status', 'is_valid', 'time_limit', 'actual_time']
    + legacy_contract_columns() %}

with

newest as (

    {{ newest_legacy_rows('rounds') }}

),

parsed as (

    select
        * exclude (content),
        {{ legacy_fields(fields) }} as field,
    from newest

),

typed as (

    select
        ---------- ids
        server,
        source_name,
        row_key,
        row_sha256,
        {{ legacy_arrival_id('rounds') }} as arrival_id,
        {{ legacy_row_name('rounds') }} as row_name,

        ---------- text
        {% for name in fields -%}
        field[{{ loop.index }}] as {{ name }}_text,
        {% endfor -%}
        {{ map_key('map_name_text') }} as map_name,
        nullif(field[1], '') as legacy_match_id,

        ---------- numbers
        try_cast({{ strict_integer('round_number_text') }} as tinyint) as round_number,
        -- fields 6 and 7 of the header, as they stood in the file: the limit and the time to beat, which is no duration
        {{ clock_seconds('time_limit_text') }} as timelimit_seconds,
        {{ clock_seconds('actual_time_text') }} as nexttime_seconds,

        ---------- times
        {{ stamp_of_name('round_date_text', "replace(round_time_text, ':', '')") }} as stamp_local,
        received_at,
    from parsed

)

select
    * exclude (match_id_text, map_name_text, round_number_text),
    -- a summary bears the stamp of its second half
    strftime(stamp_local, '%Y-%m-%d-%H%M%S') || '-' || map_name || '-round-' || if(round_number = 0, 2, round_number) as file_stem,
from typed
