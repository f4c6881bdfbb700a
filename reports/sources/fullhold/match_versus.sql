select
    match_id,
    subject_player_id,
    opponent_player_id,
    subject_name,
    opponent_name,
    kills,
    deaths,
from rpt_match_versus
order by match_id, subject_name, opponent_name
