-- One non-empty line of one endstats file version: an award, a versus header, a versus row, or a defect that is kept to be reported
-- (docs/formats/endstats-files.md §12.2)
with

lines as (

    select * from {{ ref('base_endstats_files__lines') }}

),

awards as (

    select award_label from {{ ref('awards') }}

),

split_lines as (

    select
        *,
        string_split(line, e'\t') as part,
    from lines

),

classified as (

    select
        split_lines.*,
        case
            when awards.award_label is not null then 'award'
            when part[1] = 'VS_HEADER' then 'versus_header'
            when regexp_full_match(part[2], '\d{1,9}') and regexp_full_match(part[3], '\d{1,9}') then 'versus_row'
        end as shape,
        {{ first_number('part[3]') }} as first_number,
    from split_lines
    left join awards on awards.award_label = split_lines.part[1]

),

judged as (

    select
        *,
        case
            when not has_line_end then 'no_final_newline'
            when len(part) <> 3 then 'wrong_field_count'
            when shape is null then 'unknown_line'
            when if(shape = 'versus_row', part[1], part[2]) = '' then 'name_missing'
            when shape = 'award' and first_number is null then 'award_value_unreadable'
            when shape = 'versus_header' and not regexp_full_match(part[3], '[0-9A-Za-z]{32}') then 'guid_malformed'
        end as line_defect,
        if(line_defect is null, shape, 'defect') as line_kind,
    from classified

)

select
    ---------- ids
    file_id,
    line_number,

    ---------- text
    line_kind,
    line_defect,
    if(line_kind = 'award', part[1], null) as award_label,
    -- the game has cleaned the name once; a second time would eat a `^` that is part of it
    case
        when line_kind = 'versus_row' then {{ visible_text('part[1]') }}
        when line_kind in ('award', 'versus_header') then {{ visible_text('part[2]') }}
    end as player_name,
    if(line_kind = 'versus_header', upper(part[3]), null) as guid,
    if(line_kind = 'award', part[3], null) as value_text,
    line,

    ---------- numbers
    if(line_kind = 'award', first_number, null) as value_number,
    case when line_kind = 'versus_row' then {{ strict_integer('part[2]') }} end as kills,
    case when line_kind = 'versus_row' then {{ strict_integer('part[3]') }} end as deaths,

    ---------- booleans
    -- a header that cannot be read ends the block before it, and so does a cut: the header after it may be lost
    not has_line_end or coalesce(part[1] = 'VS_HEADER', false) as ends_block,
    has_line_end,
from judged
