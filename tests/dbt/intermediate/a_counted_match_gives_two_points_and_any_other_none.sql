-- Two to the winner or one each; what does not count is null and not 0 (docs/contracts/score.md §7)
select
    match_id,
    is_counted,
    team_a_points,
    team_b_points,
from {{ ref('int_matches__scored') }}
where team_a_points + team_b_points is distinct from if(is_counted, 2, null)
