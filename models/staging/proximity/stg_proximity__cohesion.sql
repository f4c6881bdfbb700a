-- One team at one moment and how close it stood together (TEAM_COHESION, docs/formats/proximity-files.md §5)
{{ proximity_section('TEAM_COHESION', {
    'time_ms': 'integer! as time|sample_time',
    'side': 'side as team',
    'alive_count': 'integer',
    'centroid_x': 'real',
    'centroid_y': 'real',
    'dispersion': 'real',
    'max_spread': 'real',
    'straggler_count': 'integer',
    'buddy_pair_guids': 'text',
    'buddy_distance': 'real',
}) }}
