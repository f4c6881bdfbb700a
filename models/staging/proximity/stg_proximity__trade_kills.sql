-- One kill that a teammate of the victim avenged, as the tracker counts it (TRADE_KILLS, docs/formats/proximity-files.md §5)
{{ proximity_section('TRADE_KILLS', {
    'original_kill_time': 'integer!',
    'traded_kill_time': 'integer!',
    'delta_ms': 'integer',
    'original_victim_guid': 'guid',
    'original_victim_name': 'name',
    'original_killer_guid': 'guid',
    'original_killer_name': 'name',
    'trader_guid': 'guid',
    'trader_name': 'name',
}) }}
