select
    *,
    '/players/' || player_id || '/' as link,
    strftime(first_seen_on, '%-d %b %Y') as first_seen_text,
    strftime(last_seen_on, '%-d %b %Y') as last_seen_text,
    strftime(last_seen_on, '%Y-%m-%d') as last_seen_day,
from dim_players
order by round_count desc, player_id
