-- One kill of an enemy and how long the victim had to wait for his next spawn (SPAWN_TIMING, docs/formats/proximity-files.md §5)
{{ proximity_section('SPAWN_TIMING', {
    'killer_guid': 'guid',
    'killer_name': 'name',
    'killer_side': 'side as killer_team',
    'victim_guid': 'guid',
    'victim_name': 'name',
    'victim_side': 'side as victim_team',
    'kill_time': 'integer!',
    'enemy_spawn_interval': 'integer',
    'time_to_next_spawn': 'integer',
    'spawn_timing_score': 'real',
    'killer_reinf': 'real',
    'victim_reinf': 'real',
}) }}
