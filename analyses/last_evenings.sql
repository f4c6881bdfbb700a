-- Who won the last evenings, and how sure is that?
-- gives: played_on, team_a, score, team_b, winner, maps, players, confidence, reason
select
    played_on,
    team_a_name as team_a,
    team_a_points || ' - ' || team_b_points as score,
    team_b_name as team_b,
    case winner_team
        when 'A' then team_a_name
        when 'B' then team_b_name
        else winner_team
    end as winner,
    counted_maps_text as maps,
    player_count as players,
    score_confidence as confidence,
    score_confidence_reason as reason,
from fct_sessions
order by order_at desc, session_id
limit 20
