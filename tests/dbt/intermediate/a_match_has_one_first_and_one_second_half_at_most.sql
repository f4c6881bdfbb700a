-- Each half belongs to one match (docs/contracts/score.md §6)
select
    match_id,
    round_number,
    count(*) as round_count,
from {{ ref('int_rounds__paired') }}
group by all
having count(*) > 1
