-- One act at an objective: planted, defused, destroyed, built or captured (CONSTRUCTION_EVENTS, docs/formats/proximity-files.md §5)
{{ proximity_section('CONSTRUCTION_EVENTS', {
    'event_time': 'integer!',
    'event_type': 'text!',
    'player_guid': 'guid',
    'player_name': 'name',
    'side': 'side as player_team',
    'track_name': 'text',
    'player_x': 'real',
    'player_y': 'real',
    'player_z': 'real',
}) }}
