-- One vehicle and how far it came (VEHICLE_PROGRESS, docs/formats/proximity-files.md §5)
{{ proximity_section('VEHICLE_PROGRESS', {
    'vehicle_name': 'text!',
    'vehicle_type': 'text',
    'start_x': 'real',
    'start_y': 'real',
    'start_z': 'real',
    'end_x': 'real',
    'end_y': 'real',
    'end_z': 'real',
    'total_distance': 'real',
    'max_health': 'integer',
    'final_health': 'integer',
    'destroyed_count': 'integer',
}) }}
