-- One kill of a player who carried an objective (CARRIER_KILLS, docs/formats/proximity-files.md §5)
{{ proximity_section('CARRIER_KILLS', {
    'kill_time': 'integer!',
    'carrier_guid': 'guid',
    'carrier_name': 'name',
    'carrier_side': 'side as carrier_team',
    'killer_guid': 'guid',
    'killer_name': 'name',
    'killer_side': 'side as killer_team',
    'means_of_death': 'integer',
    'carrier_distance_at_kill': 'real',
    'flag_team': 'text',
}) }}
