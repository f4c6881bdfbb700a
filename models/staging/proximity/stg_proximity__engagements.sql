-- One window in which a player was under attack (ENGAGEMENTS, docs/formats/proximity-files.md §5)
{{ config(materialized='table') }}

{{ proximity_section('ENGAGEMENTS', {
    'engagement_id': 'integer! as id',
    'start_time': 'integer!',
    'end_time': 'integer!',
    'duration': 'integer',
    'target_guid': 'guid',
    'target_name': 'name',
    'target_side': 'side as target_team',
    'outcome': 'text!',
    'total_damage': 'integer',
    'killer_guid': 'guid',
    'killer_name': 'name',
    'attacker_count': 'integer as num_attackers',
    'is_crossfire': 'flag',
    'crossfire_delay': 'integer',
    'crossfire_participants': 'text',
    'start_x': 'real',
    'start_y': 'real',
    'start_z': 'real',
    'end_x': 'real',
    'end_y': 'real',
    'end_z': 'real',
    'distance_traveled': 'real',
    'positions': 'text',
    'attackers': 'text',
}) }}
