-- One stretch of time in which a player kept his crosshair on an enemy (AIM_LOCK, docs/formats/proximity-files.md §5)
{{ proximity_section('AIM_LOCK', {
    'start_time': 'integer!',
    'end_time': 'integer',
    'duration_ms': 'integer',
    'guid': 'guid',
    'player_name': 'name as name',
    'side': 'side as team',
    'target_guid': 'guid',
    'target_name': 'name',
    'average_error_degrees': 'real as avg_err_deg',
    'average_distance': 'real as avg_dist',
    'sample_count': 'integer as samples',
}) }}
