-- One choice of a spawn point (SPAWN_SELECT, docs/formats/proximity-files.md §5)
{{ proximity_section('SPAWN_SELECT', {
    'time_ms': 'integer! as time',
    'guid': 'guid',
    'player_name': 'name as name',
    'side': 'side as team',
    'spawn_index': 'integer',
    'last_spawn_time': 'integer',
}) }}
