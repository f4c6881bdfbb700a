-- One shot (SHOT_FIRED, docs/formats/proximity-files.md §5)
{{ proximity_section('SHOT_FIRED', {
    'time_ms': 'integer! as time',
    'guid': 'guid',
    'weapon': 'integer',
    'x': 'integer as ox',
    'y': 'integer as oy',
    'z': 'integer as oz',
    'yaw': 'real',
    'pitch': 'real',
}) }}
