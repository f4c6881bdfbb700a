with

findings as (

    select * from {{ ref('fct_round_checks') }}

),

checks as (

    select * from {{ ref('checks') }}

),

counted as (

    select
        check_code,
        count(*) as finding_count,
        count(distinct round_id) as round_count,
        min(subject) as example_subject,
    from findings
    group by all

)

select
    checks.check_code::varchar as check_code,
    checks.severity::varchar as severity,
    checks.sentence::varchar as sentence,
    counted.example_subject::varchar as example_subject,
    checks.sort_order::integer as sort_order,
    counted.finding_count::integer as finding_count,
    counted.round_count::integer as round_count,
    checks.blocks_counting::boolean as blocks_counting,
from counted
inner join checks on checks.check_code = counted.check_code
