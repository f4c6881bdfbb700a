-- One finding about an endstats file, one of its lines, or the round it belongs to
with

versions as (

    select * from {{ ref('int_endstats__file_versions') }}

),

files as (

    select * from versions
    where is_current

),

observation_files as (

    select * from {{ ref('int_endstats__observation_files') }}

),

attached as (

    select * from {{ ref('int_endstats__attached') }}

),

lines as (

    select * from {{ ref('stg_endstats_files__lines') }}
    where line_defect is not null

),

awards as (

    select * from {{ ref('int_endstats__awards') }}
    where occurrence > 1 and not is_ignored

),

versus as (

    select
        content_key,
        count(*) filter (subject_name is null) as unknown_count,
        count(*) filter (not has_mirror) as unmirrored_count,
    from {{ ref('int_endstats__versus') }}
    where subject_name is null or not has_mirror
    group by all

),

rounds_of_files as (

    select
        observation_files.file_id,
        attached.round_id,
    from observation_files
    inner join attached on attached.observation_key = observation_files.observation_key

),

findings as (

    select
        if(not_current_reason = 'quarantined', 'quarantined', 'older_version') as check_code,
        'file' as subject_kind,
        file_name as subject,
        null as detail,
        file_id,
        raw_sha256,
        null as round_id,
        server,
    from versions
    where not_current_reason is not null

    union all

    select
        'endstats_' || lines.line_defect as check_code,
        'line' as subject_kind,
        files.file_name || ':' || lines.line_number as subject,
        left(lines.line, 120) as detail,
        files.file_id,
        files.raw_sha256,
        rounds_of_files.round_id,
        files.server,
    from lines
    inner join files on files.file_id = lines.file_id
    left join rounds_of_files on rounds_of_files.file_id = files.file_id

    union all

    select
        'endstats_award_repeated' as check_code,
        'line' as subject_kind,
        awards.file_name || ':' || awards.line_number as subject,
        awards.written_label || ': ' || awards.player_name || ', ' || awards.value_text as detail,
        awards.file_id,
        awards.raw_sha256,
        attached.round_id,
        attached.server,
    from awards
    inner join attached on attached.content_key = awards.content_key

    union all

    select
        case
            when stamp_local is null or stated_round_number is null then 'endstats_file_name_unreadable'
            else 'map_missing'
        end as check_code,
        'file' as subject_kind,
        file_name as subject,
        null as detail,
        file_id,
        raw_sha256,
        null as round_id,
        server,
    from files
    where file_id not in (select file_id from observation_files)

    union all

    select
        'endstats_table_restated' as check_code,
        'file' as subject_kind,
        observation_files.file_name as subject,
        'another file of the same round holds the fuller table' as detail,
        observation_files.file_id,
        observation_files.raw_sha256,
        attached.round_id,
        observation_files.server,
    from observation_files
    inner join attached on attached.observation_key = observation_files.observation_key
    where not observation_files.is_used

    union all

    select
        'endstats_' || attached.link_status as check_code,
        'file' as subject_kind,
        observation_files.file_name as subject,
        attached.candidate_count || ' rounds of this map end within 30 s of it' as detail,
        observation_files.file_id,
        observation_files.raw_sha256,
        null as round_id,
        attached.server,
    from attached
    inner join observation_files on observation_files.observation_key = attached.observation_key
    where attached.round_id is null

    union all

    select
        'endstats_superseded' as check_code,
        'file' as subject_kind,
        file_name as subject,
        'the round has a fuller endstats table' as detail,
        file_id,
        raw_sha256,
        round_id,
        server,
    from attached
    where round_id is not null and not is_counted

    union all

    select
        'round_number_overruled' as check_code,
        'round' as subject_kind,
        round_id as subject,
        file_name || ' says round ' || stated_round_number || ', it belongs to round ' || round_number as detail,
        file_id,
        raw_sha256,
        round_id,
        server,
    from attached
    where is_round_number_overruled

    union all

    select
        'versus_subject_unknown' as check_code,
        'file' as subject_kind,
        attached.file_name as subject,
        versus.unknown_count || ' versus rows belong to nobody for certain' as detail,
        attached.file_id,
        attached.raw_sha256,
        attached.round_id,
        attached.server,
    from versus
    inner join attached on attached.content_key = versus.content_key
    where versus.unknown_count > 0

    union all

    select
        'versus_not_mirrored' as check_code,
        'file' as subject_kind,
        attached.file_name as subject,
        versus.unmirrored_count || ' versus rows are not told by the opponent' as detail,
        attached.file_id,
        attached.raw_sha256,
        attached.round_id,
        attached.server,
    from versus
    inner join attached on attached.content_key = versus.content_key
    where versus.unmirrored_count > 0

)

select * from findings
