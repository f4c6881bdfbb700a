-- One match that can count, with the side on which team A began it (docs/contracts/score.md §9). Team A is the Axis of the evening's first
-- such match; each next match takes the orientation in which more of its players are where they were, and neither on a tie or below half.
with recursive

candidates as (

    select
        match_id,
        session_id,
        row_number() over (partition by session_id order by match_number) as candidate_number,
    from {{ ref('int_matches') }}
    where is_complete and not_counted_reason is null and session_id is not null

),

rosters as (

    select
        match_id,
        coalesce(list(player_id order by player_id) filter (first_half_side = 1), []) as axis,
        coalesce(list(player_id order by player_id) filter (first_half_side = 2), []) as allies,
    from {{ rows_in_scope('int_match_players') }}
    group by all

),

matches as (

    select
        candidates.*,
        coalesce(rosters.axis, []) as axis,
        coalesce(rosters.allies, []) as allies,
    from candidates
    left join rosters on rosters.match_id = candidates.match_id

),

evenings as (

    select
        session_id,
        match_id,
        candidate_number,
        axis as team_a,
        allies as team_b,
        1 as team_a_first_half_side,
    from matches
    where candidate_number = 1

    union all

    select
        session_id,
        match_id,
        candidate_number,
        case team_a_first_half_side
            when 1 then list_distinct(team_a || axis)
            when 2 then list_distinct(team_a || allies)
            else team_a
        end as team_a,
        case team_a_first_half_side
            when 1 then list_distinct(team_b || allies)
            when 2 then list_distinct(team_b || axis)
            else team_b
        end as team_b,
        team_a_first_half_side,
    from (
        select
            matches.session_id,
            matches.match_id,
            matches.candidate_number,
            matches.axis,
            matches.allies,
            evenings.team_a,
            evenings.team_b,
            len(list_intersect(matches.axis, evenings.team_a)) + len(list_intersect(matches.allies, evenings.team_b)) as stayed,
            len(list_intersect(matches.axis, evenings.team_b)) + len(list_intersect(matches.allies, evenings.team_a)) as swapped,
            case
                when greatest(stayed, swapped) * 2 < len(matches.axis) + len(matches.allies) then null
                when stayed > swapped then 1
                when swapped > stayed then 2
            end as team_a_first_half_side,
        from evenings
        inner join matches
            on matches.session_id = evenings.session_id
            and matches.candidate_number = evenings.candidate_number + 1
    ) as compared

)

select
    match_id,
    session_id,
    team_a_first_half_side::tinyint as team_a_first_half_side,
from evenings
