-- One enemy whom two teammates could hit from two sides at one moment (CROSSFIRE_OPPORTUNITIES, docs/formats/proximity-files.md §5)
{{ proximity_section('CROSSFIRE_OPPORTUNITIES', {
    'time_ms': 'integer! as time|event_time',
    'target_guid': 'guid',
    'target_name': 'name',
    'target_side': 'side as target_team',
    'teammate1_guid': 'guid',
    'teammate2_guid': 'guid',
    'angular_separation': 'real',
    'was_executed': 'flag',
    'damage_within_window': 'integer',
}) }}
