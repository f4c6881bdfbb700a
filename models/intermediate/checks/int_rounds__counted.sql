-- One round and whether its numbers count for its players; the first check that blocks is the reason why they do not
with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

blocking as (

    select
        round_checks.round_id,
        arg_min(checks.check_code, checks.sort_order) as not_counted_reason,
    from {{ ref('int_round_checks') }} as round_checks
    inner join {{ ref('checks') }} as checks on checks.check_code = round_checks.check_code
    where checks.blocks_counting
    group by all

)

select
    rounds.*,
    blocking.round_id is null as is_counted,
    blocking.not_counted_reason,
from rounds
left join blocking on blocking.round_id = rounds.round_id
