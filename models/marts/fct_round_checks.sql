{{ config(materialized='exchanged') }}

with

findings as (

    select
        * exclude (file_id),
        {{ event_id("'stats_file'", 'file_id') }} as event_id,
    from {{ ref('int_round_checks') }}

    union all by name

    select
        * exclude (file_id),
        {{ event_id("'endstats_file'", 'file_id') }} as event_id,
    from {{ ref('int_endstats__checks') }}

    union all by name

    select * from {{ ref('int_lua_checks') }}

    union all by name

    select
        * exclude (file_id),
        {{ event_id("'proximity_file'", 'file_id') }} as event_id,
    from {{ ref('int_proximity_files__checks') }}

    union all by name

    select
        'teams_unclear' as check_code,
        'round' as subject_kind,
        match_id as subject,
        null as detail,
        null as event_id,
        null as raw_sha256,
        unnest([first_half_round_id, second_half_round_id]) as round_id,
        server,
    from {{ ref('int_matches__scored') }}
    where not_counted_reason = 'teams_unclear'

),

checks as (

    select * from {{ ref('checks') }}

),

rounds as (

    select * from {{ ref('int_rounds') }}

),

arrivals as (

    select * from {{ ref('int_arrivals__in_scope') }}

),

distinct_findings as (

    select distinct
        check_code,
        subject_kind,
        subject,
        detail,
        event_id,
        raw_sha256,
        round_id,
        server,
    from findings

)

select
    {{ short_id("concat_ws('|', distinct_findings.server, distinct_findings.check_code, distinct_findings.subject_kind, distinct_findings.subject, distinct_findings.event_id, distinct_findings.round_id, distinct_findings.detail)") }}::varchar as check_id,
    distinct_findings.check_code::varchar as check_code,
    distinct_findings.subject_kind::varchar as subject_kind,
    distinct_findings.subject::varchar as subject,
    checks.severity::varchar as severity,
    checks.sentence::varchar as sentence,
    distinct_findings.detail::varchar as detail,
    distinct_findings.event_id::varchar as event_id,
    distinct_findings.raw_sha256::varchar as raw_sha256,
    distinct_findings.round_id::varchar as round_id,
    distinct_findings.server::varchar as server,
    checks.blocks_counting::boolean as blocks_counting,
    coalesce(rounds.order_at, arrivals.arrival_at)::timestamptz as order_at,
from distinct_findings
inner join checks on checks.check_code = distinct_findings.check_code
left join rounds on rounds.round_id = distinct_findings.round_id
left join arrivals on arrivals.event_id = distinct_findings.event_id
