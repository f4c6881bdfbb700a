{{ config(materialized='exchanged') }}

with

statements as (

    select * from {{ ref('int_side_statements') }}

),

stated as (

    select * from {{ ref('int_round_sides__stated') }}

),

sides as (

    select * from {{ ref('int_round_sides') }}

),

rounds as (

    select * from {{ ref('int_rounds') }}

),

findings as (

    select
        round_id,
        side_kind,
        source,
        side_kind || if(statement_state = 'absent', '_missing', '_invalid') as finding,
        stated_text,
    from statements
    where statement_state <> 'valid'

    union all

    select
        round_id,
        side_kind,
        null as source,
        side_kind || '_sources_contradict' as finding,
        'header ' || header_side || ', payload ' || payload_side as stated_text,
    from stated
    where header_side <> payload_side

    union all

    select
        round_id,
        side_kind,
        'annotation' as source,
        side_kind || '_annotated' as finding,
        annotated_side::varchar as stated_text,
    from stated
    where annotated_side is not null

    union all

    select
        round_id,
        'defender' as side_kind,
        null as source,
        'defender_of_other_round' as finding,
        defender_side::varchar as stated_text,
    from sides
    where is_defender_derived

    union all

    select
        round_id,
        'winner' as side_kind,
        null as source,
        'winner_' || winner_rule as finding,
        winner_side::varchar as stated_text,
    from sides
    where winner_rule is not null

)

select
    findings.round_id::varchar as round_id,
    findings.side_kind::varchar as side_kind,
    findings.source::varchar as source,
    findings.finding::varchar as finding,
    findings.stated_text::varchar as stated_text,
    rounds.server::varchar as server,
    rounds.file_name::varchar as file_name,
    rounds.played_on::date as played_on,
    rounds.order_at::timestamptz as order_at,
from findings
inner join rounds on rounds.round_id = findings.round_id
