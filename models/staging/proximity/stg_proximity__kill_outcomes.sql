-- One kill and what became of the victim (KILL_OUTCOME, docs/formats/proximity-files.md §5)
{{ proximity_section('KILL_OUTCOME', {
    'kill_time': 'integer!',
    'victim_guid': 'guid',
    'victim_name': 'name',
    'killer_guid': 'guid',
    'killer_name': 'name',
    'kill_mod': 'integer',
    'outcome': 'text!',
    'outcome_time': 'integer',
    'delta_ms': 'integer',
    'effective_denied_ms': 'integer',
    'gibber_guid': 'guid',
    'gibber_name': 'name',
    'reviver_guid': 'guid',
    'reviver_name': 'name',
}) }}
