-- One engagement and how fast the target and his team reacted (REACTION_METRICS, docs/formats/proximity-files.md §5)
{{ proximity_section('REACTION_METRICS', {
    'engagement_id': 'integer!',
    'target_guid': 'guid',
    'target_name': 'name',
    'target_side': 'side as target_team',
    'target_class': 'text',
    'outcome': 'text',
    'attacker_count': 'integer as num_attackers',
    'return_fire_ms': 'integer',
    'dodge_reaction_ms': 'integer',
    'support_reaction_ms': 'integer',
    'start_time': 'integer!',
    'end_time': 'integer',
    'duration': 'integer',
}) }}
