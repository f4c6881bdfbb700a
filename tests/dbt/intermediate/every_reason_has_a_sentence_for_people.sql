-- Reasons are a closed list; a page that shows one without a sentence explains nothing (docs/contracts/checks.md §1)
with

given as (

    select distinct score_confidence_reason as reason from {{ ref('int_round_sides') }}
    union
    select distinct score_confidence_reason as reason from {{ ref('int_matches') }}
    union
    select distinct score_confidence_reason as reason from {{ ref('int_sessions') }}
    union
    select distinct not_counted_reason as reason from {{ ref('int_matches__scored') }}
    union
    select distinct end_reason_unavailable_reason as reason from {{ ref('int_round_outcomes') }}
    union
    select distinct duration_unavailable_reason as reason from {{ ref('int_round_outcomes') }}
    union
    select distinct ended_at_unavailable_reason as reason from {{ ref('int_rounds') }}
    union
    select distinct reason_code as reason from {{ ref('fct_round_events') }}
    union
    select distinct check_code as reason from {{ ref('int_round_checks') }}

),

explained as (

    select reason_code as reason from {{ ref('reason_codes') }}
    union all
    select check_code as reason from {{ ref('checks') }}

)

select given.reason
from given
left join explained on explained.reason = given.reason
where given.reason is not null and explained.reason is null
