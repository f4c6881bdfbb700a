{# The value of a header line of a proximity file; null when the line is absent or empty (docs/formats/proximity-files.md §3). -#}
{% macro proximity_header(key) -%}
nullif(regexp_extract(header, '(?:^|\n)# {{ key }}=([^\r\n]*)', 1), '')
{%- endmacro %}

{# One proximity file version of those that a condition on raw names, by its name and its header. -#}
{% macro proximity_file_versions(condition) -%}
with

files as (

    select
        {{ file_id() }} as file_id,
        *,
        -- everything above the first section
        regexp_extract(head || e'\n# END\n', '^(?s:.*?)\n# [A-Z][A-Z0-9_]*\r?\n') as header,
        regexp_extract(
            file_name,
            '^(\d{4}-\d{2}-\d{2})-(\d{6})-(.+)-round-(\d+)_engagements\.txt$',
            ['local_date', 'local_clock', 'map', 'round']
        ) as named,
    from {{ source('raw', 'proximity_files') }}
    where {{ condition }}

)

select
    ---------- ids
    file_id,
    file_number,
    server,
    source_name,
    file_name,
    lower(regexp_replace(file_name, '\.txt$', '')) as file_stem,
    sha256 as raw_sha256,

    ---------- text
    coalesce({{ map_key('named.map') }}, {{ map_key(proximity_header('map')) }}) as map_name,
    nullif(regexp_extract(header, '^# PROXIMITY_TRACKER_(V\d+)', 1), '') as family,
    {{ proximity_header('tracker_version_full') }} as tracker_version,
    {{ proximity_header('capabilities') }} as capabilities,
    encoding,
    origin,

    ---------- numbers
    -- the first round of the oldest trackers says 0
    try_cast(regexp_extract(coalesce({{ proximity_header('round') }}, named.round), '^\d$') as tinyint) as stated_round_number,
    {{ strict_integer(proximity_header('position_sample_interval')) }} as sample_interval_ms,
    nullif({{ strict_integer(proximity_header('axis_spawn_interval')) }}, 0) as axis_spawn_interval_ms,
    nullif({{ strict_integer(proximity_header('allies_spawn_interval')) }}, 0) as allies_spawn_interval_ms,
    {{ unix_seconds(proximity_header('round_start_unix')) }} as round_start_unix,
    {{ unix_seconds(proximity_header('round_end_unix')) }} as round_end_unix,
    size_bytes,
    -- a copy with CRLF is as long as its original
    (size_bytes - if(contains(head, e'\r\n'), line_count, 0))::bigint as normalised_length,
    line_count as sound_line_count,

    ---------- booleans
    {{ proximity_header('test_mode') }} = '1' as is_test_mode,
    ends_with(tail, e'\n') as ends_with_newline,

    ---------- times
    {{ stamp_of_name('named.local_date', 'named.local_clock') }} as stamp_local,
    remote_modified_at,
    received_at,
from files
{%- endmacro %}

{# A section of proximity files: one row a data row, read by the names in the section's own column list
   (docs/formats/proximity-files.md §2). `columns` maps our name to `kind` or `kind as other|names in files`; kinds:
   text, guid, name, side, integer, real, flag; an exclamation mark after the kind: never empty in a sound row.
   A row that cannot be read keeps its place and says why in row_defect; its values stand for nothing. -#}
{% macro proximity_section(section, columns) -%}
with

sections as (

    select
        file_id,
        section_number,
        column_count,
        {%- for name, written in columns.items() %}
        {%- set names = (written ~ ' as ' ~ name).split(' as ')[1].split('|') %}
        coalesce({% for each in names %}list_position(column_names, '{{ each }}'){{ ', ' if not loop.last }}{% endfor %}) as at_{{ name }},
        {%- endfor %}
    from {{ ref('base_proximity__sections') }}
    where section = '{{ section }}'

),

written_rows as (

    select
        file_id,
        section_number,
        line_number,
        has_line_end,
        string_split(line, ';') as fields,
    from {{ ref('base_proximity__lines') }}
    where section = '{{ section }}'

),

placed_rows as (

    select
        written_rows.* exclude (fields),
        sections.* exclude (file_id, section_number),
        -- the last column of ENGAGEMENTS holds the separator
        if(
            len(fields) > column_count and '{{ section }}' = 'ENGAGEMENTS',
            fields[:column_count - 1] || [array_to_string(fields[column_count:], ';')],
            fields
        ) as fields,
    from written_rows
    left join sections
        on sections.file_id = written_rows.file_id
        and sections.section_number = written_rows.section_number

),

texts as (

    select
        file_id,
        line_number,
        has_line_end,
        len(fields) as field_count,
        column_count,
        {%- for name, written in columns.items() %}
        fields[at_{{ name }}] as {{ name }},
        {%- endfor %}
    from placed_rows

)

select
    ---------- ids
    file_id,
    line_number,

    ---------- text
    case
        when not has_line_end then 'no_final_newline'
        when column_count is null then 'column_list_missing'
        when field_count < column_count then 'too_few_fields'
        {%- for name, written in columns.items() if written.split(' as ')[0].endswith('!') %}
        when coalesce({{ name }}, '') = '' then 'value_missing'
        {%- endfor %}
        {%- for name, written in columns.items() %}
        {%- set kind = written.split(' as ')[0].rstrip('!') %}
        {%- if kind in ['integer', 'flag'] %}
        when {{ name }} <> '' and not regexp_full_match({{ name }}, '-?\d{1,9}') then 'not_a_number'
        {%- elif kind == 'real' %}
        when {{ name }} <> '' and not regexp_full_match({{ name }}, '-?\d{1,9}(\.\d{1,6})?') then 'not_a_number'
        {%- endif %}
        {%- endfor %}
    end as row_defect,
    {%- for name, written in columns.items() %}
    {{ proximity_value(name, written.split(' as ')[0].rstrip('!')) }} as {{ name }},
    {%- endfor %}
from texts
{%- endmacro %}

{# One value of a row of a proximity file; an empty one is unknown. -#}
{% macro proximity_value(text, kind) -%}
{% if kind in ['integer'] -%}
try_cast({{ text }} as integer)
{%- elif kind == 'real' -%}
try_cast({{ text }} as double)
{%- elif kind == 'flag' -%}
case {{ text }} when '1' then true when '0' then false end
{%- elif kind == 'side' -%}
{{ side_of_team(text) }}
{%- elif kind == 'name' -%}
nullif({{ clean_name(text) }}, '')
{%- else -%}
nullif({{ text }}, '')
{%- endif %}
{%- endmacro %}

{# 1 Axis, 2 Allies of the tracker's words; spectators and anything else have no side. -#}
{% macro side_of_team(text) -%}
case {{ text }} when 'AXIS' then 1 when 'ALLIES' then 2 end::tinyint
{%- endmacro %}

{# The person behind a client id of the tracker: the first eight characters of a whole GUID. Bots, slots and made-up ids are nobody. -#}
{% macro proximity_line_player_id(guid, player_name) -%}
case
    when regexp_full_match({{ guid }}, '[0-9A-Fa-f]{32}') and not coalesce(starts_with({{ player_name }}, '[BOT]'), false)
        then upper(left({{ guid }}, 8))
end
{%- endmacro %}

{# Cell of a coordinate on a map: squares of 512 units, as the tracker's own heat maps have them. -#}
{% macro map_cell(coordinate) -%}
floor({{ coordinate }} / 512)::integer
{%- endmacro %}

{# How far a rate can be trusted by the number of cases behind it. -#}
{% macro sample_confidence(sample_count) -%}
case when {{ sample_count }} >= 20 then 'High' when {{ sample_count }} >= 8 then 'Medium' else 'Low' end
{%- endmacro %}

{# Distance on the map, heights left out. -#}
{% macro flat_distance(x, y, other_x, other_y) -%}
sqrt(({{ x }} - {{ other_x }}) ^ 2 + ({{ y }} - {{ other_y }}) ^ 2)
{%- endmacro %}

{# A mart of files loses the rows of files that are read again now, and of files that no longer count. -#}
{% macro forget_files_in_scope() -%}
{% set scope = ref('int_proximity__scope') -%}
{% set asked = ref('int_proximity__asked') -%}
{% if is_incremental() -%}
delete from {{ this }}
where file_id in (select file_id from {{ scope }})
    or file_id not in (select file_id from {{ asked }})
{%- else -%}
select 1
{%- endif %}
{%- endmacro %}

{# What every row of a mart of files begins with. -#}
{% macro proximity_file_ids() -%}
files.file_id::varchar as file_id,
    files.round_id::varchar as round_id,
    files.server::varchar as server,
    files.map_name::varchar as map_name
{%- endmacro %}

{# A time of the file as seconds since play began; unknown when the file's clock cannot be set right. -#}
{% macro round_seconds(time_ms) -%}
(({{ time_ms }} + files.clock_offset_ms) / 1000.0)::double
{%- endmacro %}

{# How well several attackers struck together: 0.6 for hits that begin together (within two seconds), 0.4 for damage (500 a second is full).
   0 to 1; the tracker's own formula (docs/formats/proximity-files.md §6). -#}
{% macro focus_score(first_hit_spread_ms, total_damage, duration_ms) -%}
0.6 * greatest(0, 1 - ({{ first_hit_spread_ms }}) / 2000.0)
    + 0.4 * least(1, ({{ total_damage }}) / greatest({{ duration_ms }}, 100) * 1000.0 / 500.0)
{%- endmacro %}

{# Counts of a player that add up over rounds, 0 where nothing of the kind happened. -#}
{% macro proximity_counts() -%}
{{ return([
    'life_count', 'targeted_count', 'escape_count', 'focused_count', 'focused_escape_count', 'attack_count', 'crossfire_count',
    'crossfire_kill_count', 'kill_count', 'death_count', 'tradeable_death_count', 'traded_death_count', 'isolated_death_count',
    'trade_opportunity_count', 'trade_attempt_count', 'trade_success_count', 'trade_opportunity_success_count',
]) }}
{%- endmacro %}

{# Numbers of a player that add up over rounds and that some trackers do not write: unknown there, not 0. -#}
{% macro proximity_sums() -%}
{{ return([
    'damage_taken', 'life_ms', 'sampled_ms', 'distance_units', 'speed_sum', 'moving_sample_count', 'sprint_sample_count', 'sample_count',
    'standing_ms', 'crouching_ms', 'first_move_count', 'first_move_ms', 'support_frame_count', 'supported_frame_count',
    'timed_kill_count', 'spawn_timing_score_sum', 'wait_ms', 'return_fire_count', 'return_fire_ms', 'dodge_count', 'dodge_ms',
    'helped_count', 'helped_ms', 'outcome_count', 'permanent_kill_count', 'denied_ms', 'revive_count',
]) }}
{%- endmacro %}

{# Sums of decimals do not depend on the order of rows. -#}
{% macro proximity_sum_type(name) -%}
{{ return({'distance_units': 'decimal(18, 3)', 'speed_sum': 'decimal(18, 3)', 'spawn_timing_score_sum': 'decimal(18, 3)'}.get(name, 'bigint')) }}
{%- endmacro %}

{# Boards of proximity: numerator and denominator as sums, so that a rate of many rounds is a ratio of sums; the number of cases; a scale.
   Everything that a person reads about a board is in the seed proximity_boards. -#}
{% macro proximity_board_formulas() -%}
{{ return([
    ('escape_rate', 'escape_count', 'targeted_count', 'targeted_count', 100),
    ('focus_survival', 'focused_escape_count', 'focused_count', 'focused_count', 100),
    ('trade_success', 'trade_opportunity_success_count', 'trade_opportunity_count', 'trade_opportunity_count', 100),
    ('traded_deaths', 'traded_death_count', 'tradeable_death_count', 'tradeable_death_count', 100),
    ('isolated_deaths', 'isolated_death_count', 'tradeable_death_count', 'tradeable_death_count', 100),
    ('support_uptime', 'supported_frame_count', 'support_frame_count', 'life_count', 100),
    ('crossfire_kills', 'crossfire_kill_count', 'crossfire_count', 'crossfire_count', 100),
    ('spawn_timing', 'spawn_timing_score_sum', 'timed_kill_count', 'timed_kill_count', 1),
    ('kill_permanence', 'permanent_kill_count', 'outcome_count', 'outcome_count', 100),
    ('denied_per_kill', 'denied_ms', 'outcome_count', 'outcome_count', 0.001),
    ('life_length', 'life_ms', 'life_count', 'life_count', 0.001),
    ('distance_per_minute', 'distance_units', 'sampled_ms', 'life_count', 60000),
    ('first_move', 'first_move_ms', 'first_move_count', 'first_move_count', 1),
    ('sprint', 'sprint_sample_count', 'sample_count', 'life_count', 100),
    ('return_fire', 'return_fire_ms', 'return_fire_count', 'return_fire_count', 1),
    ('dodge', 'dodge_ms', 'dodge_count', 'dodge_count', 1),
    ('helped', 'helped_ms', 'helped_count', 'helped_count', 1),
]) }}
{%- endmacro %}

{# The lines of the proximity files in scope, put together from their pieces. -#}
{% macro lines_of_proximity_files() -%}
select
        scope.file_id,
        string_split(string_agg(pieces.piece, '' order by pieces.piece_number), e'\n') as written_lines,
    from {{ source('raw', 'proximity_pieces') }} as pieces
    inner join {{ ref('int_proximity__scope') }} as scope on scope.file_number = pieces.file_number
    group by scope.file_id
{%- endmacro %}

{# What became of the fights and deaths of a round or an evening, in one line with its sample: posts and pages say the same. -#}
{% macro proximity_line() -%}
concat_ws(
        ' · ',
        coalesce(fight_count, 0) || ' fights, ' || coalesce(escape_count, 0) || ' escaped',
        if(tradeable_death_count > 0, coalesce(traded_death_count, 0) || ' of ' || tradeable_death_count || ' deaths traded', null),
        if(frame_count > 0, 'support ' || round(100.0 * supported_frame_count / frame_count)::integer || ' %', null),
        'sample: ' || {{ sample_confidence('coalesce(tradeable_death_count, 0)') }}
    )
{%- endmacro %}

{# Why there is no sprint percentage, for people. -#}
{% macro sprint_unavailable_sentence(reason) -%}
case {{ reason }}
    when 'sprint_never_recorded' then 'the tracker of these rounds could not see sprinting'
    when 'no_samples' then 'no position of this player was sampled'
end
{%- endmacro %}
