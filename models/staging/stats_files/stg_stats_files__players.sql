-- One player line of one stats file version, its numbers as written: class C counters of an R2 file hold both rounds
-- (docs/formats/stats-files.md §4 and §6). A line with a line_defect has no numbers to trust; it is kept to be reported.
{% set integers = session_counters() + round_counters() + ['bullets_fired'] %}
{% set decimals = ['written_alive_percent', 'minutes_played', 'time_dead_minutes'] %}

with

lines as (

    select * from {{ ref('base_stats_files__lines') }}

),

layouts as (

    select * from {{ ref('stats_layouts') }}

),

headers as (

    select
        file_id,
        len(string_split(line, '\')) as header_field_count,
    from lines
    where line_number = 1

),

parts as (

    select
        file_id,
        line_number,
        line,
        has_line_end,
        string_split(line, '\') as part,
        string_split(part[5], e'\t') as segment,
        string_split(rtrim(segment[1], ' '), ' ') as token,
        segment[2:] as written,
    from lines
    where line_number > 1

),

laid_out as (

    select
        parts.*,
        header_field_count,
        layouts.*,
        try_cast(case when regexp_full_match(token[1], '\d{1,10}') then token[1] end as bigint) as weapon_mask,
        -- at most six digits each: no genuine number comes near, and sums over any season still fit
        regexp_full_match(rtrim(segment[1], ' '), '\d{1,10}( \d{1,6})*') as has_whole_weapon_numbers,
        regexp_full_match(array_to_string(written, e'\t'), '-?\d{1,6}(\.\d{1,6})?(\t-?\d{1,6}(\.\d{1,6})?)*') as has_sound_fields,
    from parts
    left join headers using (file_id)
    left join layouts on layouts.field_count = least(len(parts.written), 38)

),

typed as (

    select
        ---------- ids
        file_id,
        line_number,

        ---------- text
        upper(part[1]) as guid8,
        part[2] as player_name_raw,
        {{ clean_name('part[2]') }} as player_name,
        rtrim(segment[1], ' ') as weapon_text,
        line,

        ---------- numbers
        {{ strict_integer('part[3]') }} as session_rounds,
        try_cast({{ strict_integer('part[4]') }} as tinyint) as line_side,
        weapon_mask,
        len(written)::integer as field_count,
        {%- for name in integers %}
        -- a fraction where only a whole number can stand is no number
        case when has_sound_fields and not contains({{ layout_text(name) }}, '.') then try_cast({{ layout_text(name) }} as integer) end as {{ name }},
        {%- endfor %}
        {%- for name in decimals %}
        case when has_sound_fields then try_cast({{ layout_text(name | replace('written_', '')) }} as decimal(10, 3)) end as {{ name }},
        {%- endfor %}
        if(written_alive_percent between 0 and 100, written_alive_percent, null) as alive_percent,

        ---------- booleans
        is_known as is_known_layout,
        header_field_count >= 9 as has_sound_dead_time,

        case
            when len(part) <> 5 then 'wrong_part_count'
            when not has_line_end then 'no_final_newline'
            when part[1] = '' then 'guid_missing'
            when session_rounds is null or line_side is null then 'not_a_number'
            when not has_whole_weapon_numbers then 'not_a_number'
            when weapon_mask is null or weapon_mask >= 268435456 then 'unknown_weapon_bit'
            when len(token) <> 1 + 5 * bit_count(weapon_mask) then 'wrong_token_count'
            when len(written) < 9 then 'too_few_fields'
            when not has_sound_fields then 'not_a_number'
            when
                {%- for name in integers %}
                contains({{ layout_text('laid_out.' ~ name) }}, '.') {{- ' or' if not loop.last }}
                {%- endfor %} then 'not_a_number'
            -- nothing that is counted or timed lies below zero; experience alone can be taken away
            when
                {%- for name in integers + ['minutes_played', 'time_dead_minutes'] if name != 'xp' %}
                starts_with({{ layout_text('laid_out.' ~ name) }}, '-') {{- ' or' if not loop.last }}
                {%- endfor %} then 'not_a_number'
        end as line_defect,
    from laid_out

),

identified as (

    select
        *,
        starts_with(guid8, 'OMNIBOT') or starts_with(player_name, '[BOT]') as is_bot,
        if(is_bot, 'bot:' || trim(replace(player_name, '[BOT]', '')), guid8) as line_player_id,
        count(*) filter (line_defect is null) over (partition by file_id, field_count) as lines_of_layout,
    from typed

),

compared as (

    select
        *,
        first_value(field_count) over (partition by file_id order by lines_of_layout desc, field_count desc) as file_field_count,
        coalesce(line_defect, if(field_count <> file_field_count, 'layout_differs_from_file', null)) as own_defect,
    from identified

),

ranked as (

    select
        *,
        -- two lines with one id: the fuller one counts; the order is by content alone
        row_number() over (
            partition by file_id, line_player_id
            order by
                own_defect is not null,
                minutes_played desc nulls last,
                damage_given + damage_received desc,
                line
        ) as fullness_rank,
    from compared

)

select
    * exclude (written_alive_percent, line_defect, own_defect, fullness_rank, lines_of_layout, file_field_count, time_dead_minutes, has_sound_dead_time),
    if(has_sound_dead_time, time_dead_minutes, null) as time_dead_minutes,
    coalesce(own_defect, if(fullness_rank > 1, 'player_twice_in_file', null)) as line_defect,
from ranked
