-- One map with the evening's score after it, and how far that can be trusted
with

matches as (

    select * from {{ rows_in_scope('fct_matches') }}
    where session_id is not null

),

counted as (

    select
        match_id,
        sum(team_a_points) over so_far as team_a_score,
        sum(team_b_points) over so_far as team_b_score,
        count(*) filter (is_counted) over so_far as counted_count,
        count(*) filter (is_complete) over so_far as complete_count,
        min(if(is_counted, {{ confidence_rank('score_confidence') }}, null)) over so_far as weakest_rank,
    from matches
    window so_far as (partition by session_id order by match_number rows unbounded preceding)

)

select
    match_id,
    team_a_score,
    team_b_score,
    counted_count,
    complete_count - counted_count as uncounted_count,
    -- a complete map that does not count leaves the score in doubt, and without one that does there is none (docs/contracts/score.md §8)
    {{ confidence_of_rank('if(counted_count = 0, 0, least(weakest_rank, if(complete_count > counted_count, 1, 3)))') }} as score_confidence,
from counted
