-- A finding whose code the seed does not know would disappear from fct_round_checks, and with it the reason why a round does not count.
with

findings as (

    select check_code from {{ ref('int_round_checks') }}
    union
    select check_code from {{ ref('int_endstats__checks') }}
    union
    select 'teams_unclear' as check_code

),

checks as (

    select * from {{ ref('checks') }}

)

select findings.check_code
from findings
left join checks on checks.check_code = findings.check_code
where checks.check_code is null
