-- One revive (REVIVES, docs/formats/proximity-files.md §5)
{{ proximity_section('REVIVES', {
    'time_ms': 'integer! as time',
    'medic_guid': 'guid',
    'medic_name': 'name',
    'revived_guid': 'guid',
    'revived_name': 'name',
    'x': 'real',
    'y': 'real',
    'z': 'real',
    'distance_to_enemy': 'real',
    'nearest_enemy_guid': 'guid',
    'under_fire': 'flag',
}) }}
