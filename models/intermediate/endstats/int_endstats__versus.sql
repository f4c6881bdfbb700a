-- One versus row of an endstats table with the player whose row it is, as his header says or as the rows mirror each other
with

versus_rows as (

    select * from {{ ref('int_endstats__table_lines') }}
    where line_kind = 'versus_row'

),

subjects as (

    select
        content_key,
        table_row,
        subject_name,
        subject_guid8,
        'vs_header' as subject_source,
    from {{ ref('int_endstats__versus_headed') }}
    where subject_name is not null

    union all

    select
        content_key,
        table_row,
        subject_name,
        null as subject_guid8,
        'mirrored' as subject_source,
    from {{ ref('int_endstats__versus_mirrored') }}

),

told as (

    select
        versus_rows.observation_key,
        versus_rows.content_key,
        versus_rows.table_row,
        versus_rows.file_id,
        versus_rows.file_name,
        versus_rows.raw_sha256,
        versus_rows.line_number,
        subjects.subject_name,
        subjects.subject_guid8,
        subjects.subject_source,
        if(subjects.subject_source is null, 'versus_subject_unknown', null) as subject_unavailable_reason,
        versus_rows.player_name as opponent_name,
        versus_rows.kills,
        versus_rows.deaths,
    from versus_rows
    left join subjects
        on subjects.content_key = versus_rows.content_key
        and subjects.table_row = versus_rows.table_row

),

mirrors as (

    select distinct
        content_key,
        subject_name as opponent_name,
        opponent_name as subject_name,
        kills as deaths,
        deaths as kills,
    from told
    where subject_name is not null

)

select
    told.*,
    if(told.subject_name is null, null, mirrors.content_key is not null) as has_mirror,
from told
left join mirrors
    on mirrors.content_key = told.content_key
    and mirrors.subject_name = told.subject_name
    and mirrors.opponent_name = told.opponent_name
    and mirrors.kills = told.kills
    and mirrors.deaths = told.deaths
