-- One engagement with several attackers and how well they struck together (FOCUS_FIRE, docs/formats/proximity-files.md §5)
{{ proximity_section('FOCUS_FIRE', {
    'engagement_id': 'integer!',
    'target_guid': 'guid',
    'target_name': 'name',
    'attacker_count': 'integer',
    'attacker_guids': 'text',
    'total_damage': 'integer',
    'duration': 'integer',
    'focus_score': 'real',
}) }}
