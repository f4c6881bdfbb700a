-- One map played with the points of the evening's teams (docs/contracts/score.md §7)
with

matches as (

    select * from {{ ref('int_matches') }}

),

match_teams as (

    select * from {{ ref('int_match_teams') }}

),

sides as (

    select * from {{ ref('int_round_sides') }}

),

point_rules as (

    select * from {{ ref('point_rules') }}

),

attackers as (

    select
        matches.*,
        match_teams.team_a_first_half_side,
        coalesce(
            matches.not_counted_reason,
            if(matches.is_complete and match_teams.team_a_first_half_side is null, 'teams_unclear', null)
        ) as final_not_counted_reason,
        -- the side on which the winners of the map began its first half: R1's attackers, or those who attacked in R2 and defended before.
        -- Each is told by its own half, since the defender of the other may be unknown.
        case matches.map_result
            when 'attackers_r1' then 3 - first_half_sides.defender_side
            when 'attackers_r2' then second_half_sides.defender_side
        end as winner_first_half_side,
    from matches
    left join match_teams on match_teams.match_id = matches.match_id
    left join sides as first_half_sides on first_half_sides.round_id = matches.first_half_round_id
    left join sides as second_half_sides on second_half_sides.round_id = matches.second_half_round_id

),

decided as (

    select
        *,
        case
            when map_result = 'draw' then 'draw'
            when winner_first_half_side = team_a_first_half_side then 'A'
            when winner_first_half_side <> team_a_first_half_side then 'B'
        end as winner_team,
    from attackers

)

select
    decided.* exclude (not_counted_reason, final_not_counted_reason),
    decided.final_not_counted_reason is null as is_counted,
    decided.final_not_counted_reason as not_counted_reason,
    case
        when decided.final_not_counted_reason is not null then null
        when decided.winner_team = 'B' then point_rules.loser_points
        else point_rules.winner_points
    end::integer as team_a_points,
    case
        when decided.final_not_counted_reason is not null then null
        when decided.winner_team = 'A' then point_rules.loser_points
        else point_rules.winner_points
    end::integer as team_b_points,
from decided
left join point_rules on point_rules.map_result = decided.map_result
