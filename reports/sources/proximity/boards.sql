select
    *,
    case no_place_reason
        when 'described_only' then 'described'
        when 'sample_too_small' then 'too few cases'
    end as no_place_text,
from rpt_proximity_leaderboards
order by player_id, period, sort_order
