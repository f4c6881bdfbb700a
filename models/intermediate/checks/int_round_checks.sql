-- One finding about a file, a line or a round, before the evening's teams are known (docs/contracts/checks.md)
with

versions as (

    select * from {{ ref('int_stats_files__versions') }}

),

lines as (

    select * from {{ ref('stg_stats_files__players') }}

),

verdicts as (

    select * from {{ ref('int_observations__verdicts') }}
    where has_file

),

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

excluded_maps as (

    select * from {{ ref('excluded_maps') }}

),

exclusions as (

    select * from {{ ref('int_annotations__standing') }}
    where kind = 'exclude_round'

),

conservation as (

    select * from {{ ref('int_round_conservation') }}

),

modes as (

    select * from {{ ref('int_player_rounds__modes') }}
    where difference_mode in ('reset', 'absent')

),

sides as (

    select * from {{ ref('int_round_sides') }}

),

stated_sides as (

    select * from {{ ref('int_round_sides__stated') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

merges as (

    select * from {{ ref('int_player_rounds') }}
    where has_merge_conflict

),

file_checks as (

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
        if(map_name is null, 'map_missing', 'stamp_impossible') as check_code,
        'file' as subject_kind,
        file_name as subject,
        null as detail,
        file_id,
        raw_sha256,
        null as round_id,
        server,
    from versions
    where is_current and (map_name is null or stamp_local is null)

    union all

    select
        'aborted' as check_code,
        'file' as subject_kind,
        file_name as subject,
        aborted_reason as detail,
        file_id,
        raw_sha256,
        null as round_id,
        server,
    from verdicts
    where aborted_reason is not null

    union all

    select
        stamp_unavailable_reason as check_code,
        'file' as subject_kind,
        file_name as subject,
        time_zone as detail,
        file_id,
        raw_sha256,
        if(aborted_reason is null, round_id, null) as round_id,
        server,
    from verdicts
    where stamp_unavailable_reason is not null

),

line_checks as (

    select
        'line_' || lines.line_defect as check_code,
        'line' as subject_kind,
        versions.file_name || ':' || lines.line_number as subject,
        left(lines.line, 120) as detail,
        versions.file_id,
        versions.raw_sha256,
        versions.is_current,
        versions.server,
        versions.file_stem,
    from lines
    inner join versions on versions.file_id = lines.file_id
    where lines.line_defect is not null

    union all

    select distinct
        'layout_unknown' as check_code,
        'file' as subject_kind,
        versions.file_name as subject,
        lines.field_count || ' fields' as detail,
        versions.file_id,
        versions.raw_sha256,
        versions.is_current,
        versions.server,
        versions.file_stem,
    from lines
    inner join versions on versions.file_id = lines.file_id
    where lines.line_defect is null and not lines.is_known_layout

),

round_findings as (

    select
        round_id,
        if(lua_key is null, 'file_unreadable', 'header_replaced_by_lua') as check_code,
        header_defect as detail,
    from rounds where has_file and not has_sound_file
    union all
    select round_id, 'file_missing' as check_code, null as detail from rounds where not has_file and lua_key is null and legacy_arrival_id is null
    union all
    select round_id, 'source_legacy_only' as check_code, legacy_row_text as detail from rounds where legacy_arrival_id is not null
    union all
    select round_id, stands_aside_reason as check_code, null as detail from rounds where stands_aside_reason is not null
    union all
    select round_id, 'header_only' as check_code, null as detail from rounds where has_sound_file and line_count = 0
    union all
    select round_id, 'bots_played' as check_code, bot_count || ' bots' as detail from rounds where bot_count > 0
    union all
    select rounds.round_id, 'map_excluded' as check_code, excluded_maps.reason as detail
    from rounds inner join excluded_maps on excluded_maps.map_name = rounds.map_name
    union all
    select rounds.round_id, 'excluded_by_person' as check_code, exclusions.author || ': ' || exclusions.reason as detail
    from rounds inner join exclusions on exclusions.subject = rounds.round_id
    union all
    select round_id, 'superseded' as check_code, null as detail from rounds where round_role = 'superseded'
    union all
    select round_id, 'orphan_second_half' as check_code, null as detail from rounds where round_role = 'orphan' and is_readable
    union all
    select round_id, 'kills_not_conserved' as check_code, kill_difference || ' kills or deaths without a counterpart; ' || likely_cause as detail
    from conservation where kill_difference <> 0
    union all
    select round_id, 'damage_not_conserved' as check_code, damage_difference || ' more given than received; ' || likely_cause as detail
    from conservation where damage_difference <> 0
    union all
    select round_id, 'team_damage_not_conserved' as check_code, team_damage_difference || ' more given than received; ' || likely_cause as detail
    from conservation where team_damage_difference <> 0
    union all
    select round_id, if(difference_mode = 'reset', 'counter_reset', 'spectated_second_half') as check_code, line_player_id as detail from modes
    union all
    select round_id, 'side_' || if(stated_state = 'absent', 'missing', 'invalid') as check_code, side_kind as detail
    from stated_sides where stated_state in ('absent', 'invalid')
    union all
    select round_id, 'sides_contradict' as check_code, side_kind as detail from stated_sides where stated_state = 'conflict'
    union all
    select round_id, 'times_contradict' as check_code, null as detail from sides where score_confidence_reason = 'times_contradict'
    union all
    select round_id, 'ended_early' as check_code, null as detail from outcomes where ended_early
    union all
    select round_id, 'merge_conflict' as check_code, line_player_id as detail from merges

),

findings as (

    select * from file_checks

    union all by name

    select
        line_checks.* exclude (is_current, file_stem),
        rounds.round_id,
    from line_checks
    left join rounds
        on rounds.server = line_checks.server
        -- within the equality: a condition on the left side alone would be planned as a nested loop
        and rounds.round_key = if(line_checks.is_current, line_checks.file_stem, null)

    union all by name

    select
        round_findings.check_code,
        'round' as subject_kind,
        coalesce(rounds.file_name, rounds.round_key) as subject,
        round_findings.detail,
        null as file_id,
        rounds.raw_sha256,
        round_findings.round_id,
        rounds.server,
    from round_findings
    inner join rounds on rounds.round_id = round_findings.round_id

)

select
    check_code,
    subject_kind,
    subject,
    detail,
    file_id,
    raw_sha256,
    round_id,
    server,
from findings
