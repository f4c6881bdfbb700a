-- One weapon block of one sound player line: block n belongs to the n-th set bit of the mask (docs/formats/stats-files.md §5)
with

lines as (

    select
        file_id,
        line_player_id,
        weapon_mask,
        weapon_text,
    from {{ ref('stg_stats_files__players') }}
    where line_defect is null

),

tokens as (

    select
        *,
        string_split(weapon_text, ' ')::integer[] as token,
        list_filter(range(28), lambda bit: (weapon_mask >> bit) & 1 = 1) as weapon_bits,
    from (select * replace (substr(weapon_text, strpos(weapon_text, ' ') + 1) as weapon_text) from lines where weapon_mask > 0)

),

blocks as (

    select
        file_id,
        line_player_id,
        token,
        unnest(weapon_bits) as weapon_bit,
        unnest(range(len(weapon_bits))) * 5 as skipped,
    from tokens

)

select
    file_id,
    line_player_id,
    weapon_bit::tinyint as weapon_bit,
    {%- for name in weapon_counters() %}
    token[skipped + {{ loop.index }}] as {{ name }},
    {%- endfor %}
from blocks
