-- One push of a team: its players moving the same way (TEAM_PUSHES, docs/formats/proximity-files.md §5)
{{ proximity_section('TEAM_PUSHES', {
    'start_time': 'integer!',
    'end_time': 'integer',
    'side': 'side as team',
    'average_speed': 'real as avg_speed',
    'direction_x': 'real',
    'direction_y': 'real',
    'alignment_score': 'real',
    'push_quality': 'real',
    'participant_count': 'integer',
    'toward_objective': 'text',
}) }}
