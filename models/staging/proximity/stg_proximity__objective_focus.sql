-- One player and how near he was to the objectives over a round (OBJECTIVE_FOCUS, docs/formats/proximity-files.md §5)
{{ proximity_section('OBJECTIVE_FOCUS', {
    'guid': 'guid',
    'player_name': 'name as name',
    'side': 'side as team',
    'objective': 'text!',
    'average_distance': 'real as avg_distance',
    'time_within_radius_ms': 'integer',
    'sample_count': 'integer as samples',
}) }}
