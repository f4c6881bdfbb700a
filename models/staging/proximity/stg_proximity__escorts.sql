-- One player and one vehicle that he escorted (ESCORT_CREDIT, docs/formats/proximity-files.md §5)
{{ proximity_section('ESCORT_CREDIT', {
    'player_guid': 'guid',
    'player_name': 'name',
    'side': 'side as player_team',
    'vehicle_name': 'text!',
    'mounted_time_ms': 'integer',
    'proximity_time_ms': 'integer',
    'total_escort_distance': 'real',
    'credit_distance': 'real',
    'sample_count': 'integer as samples',
}) }}
