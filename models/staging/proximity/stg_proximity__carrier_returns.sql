-- One return of a dropped objective (CARRIER_RETURNS, docs/formats/proximity-files.md §5)
{{ proximity_section('CARRIER_RETURNS', {
    'return_time': 'integer!',
    'returner_guid': 'guid',
    'returner_name': 'name',
    'returner_side': 'side as returner_team',
    'flag_team': 'text',
    'original_carrier_guid': 'guid',
    'drop_time': 'integer',
    'return_delay_ms': 'integer',
    'drop_x': 'integer',
    'drop_y': 'integer',
    'drop_z': 'integer',
}) }}
