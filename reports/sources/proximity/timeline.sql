select
    round_id,
    event_number,
    event_kind,
    side_name,
    at_round_seconds,
    until_round_seconds,
    printf('%d:%02d', floor(at_round_seconds / 60)::integer, floor(at_round_seconds % 60)::integer) as clock_text,
    case event_kind
        when 'kill' then coalesce(player_name, 'somebody') || ' killed ' || coalesce(other_player_name, 'somebody')
        when 'team_kill' then coalesce(player_name, 'somebody') || ' fell to a teammate'
        when 'death' then coalesce(player_name, 'somebody') || ' died (' || coalesce(detail, 'unknown') || ')'
        when 'trade' then coalesce(player_name, 'somebody') || ' avenged ' || coalesce(other_player_name, 'somebody') || coalesce(', ' || detail, '')
        when 'push' then 'push of ' || coalesce(detail, 'several players')
        when 'revive' then coalesce(player_name, 'somebody') || ' revived ' || coalesce(other_player_name, 'somebody') || coalesce(', ' || detail, '')
        else concat_ws(' ', replace(event_kind, '_', ' '), 'by ' || player_name, detail)
    end as event_text,
from fct_proximity_timeline
order by round_id, event_number
