-- One finding about a proximity file as a whole, or the round it belongs to; findings about its rows are in fct_proximity_checks
with

versions as (

    select * from {{ ref('int_proximity_files__versions') }}

),

attached as (

    select * from {{ ref('int_proximity_files__attached') }}

),

-- the same start under two ends is no second round: a truncated file that was written again, or a copied header
starts as (

    select
        *,
        max(round_end_unix) over of_start - min(round_end_unix) over of_start as end_spread_seconds,
    from attached
    where round_start_unix is not null
    window of_start as (partition by server, map_name, round_start_unix)

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
        case
            when family is null then 'proximity_header_unreadable'
            when map_name is null then 'map_missing'
            else 'stamp_impossible'
        end as check_code,
        'file' as subject_kind,
        file_name as subject,
        null as detail,
        file_id,
        raw_sha256,
        null as round_id,
        server,
    from versions
    where is_current and (family is null or file_id not in (select file_id from attached))

    union all

    select
        'proximity_' || link_status as check_code,
        'file' as subject_kind,
        file_name as subject,
        candidate_count || ' rounds of this map end within 30 s of it' as detail,
        file_id,
        raw_sha256,
        null as round_id,
        server,
    from attached
    where round_id is null

    union all

    select
        'proximity_superseded' as check_code,
        'file' as subject_kind,
        file_name as subject,
        'the round has a fuller proximity file' as detail,
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
        'start_copied' as check_code,
        'file' as subject_kind,
        file_name as subject,
        'files of one map state this start and ends that lie ' || end_spread_seconds || ' s apart' as detail,
        file_id,
        raw_sha256,
        round_id,
        server,
    from starts
    where end_spread_seconds > 30

)

select * from findings
