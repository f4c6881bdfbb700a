-- One voice macro or chat line, never its text (COMM_EVENTS, docs/formats/proximity-files.md §5)
{{ proximity_section('COMM_EVENTS', {
    'time_ms': 'integer! as time',
    'guid': 'guid',
    'player_name': 'name as name',
    'side': 'side as team',
    'command': 'text as cmd',
    'argument': 'text as arg',
}) }}
