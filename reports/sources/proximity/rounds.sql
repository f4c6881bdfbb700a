select
    round_id,
    match_id,
    session_id,
    map_name,
    family,
    summary_text,
    sample_confidence,
    duration_seconds,
    tradeable_death_count,
    is_truncated,
    is_counted,
from fct_proximity_rounds
order by match_id, round_id
