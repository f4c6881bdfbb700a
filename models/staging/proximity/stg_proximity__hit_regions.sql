-- One bullet that hit, and where (HIT_REGIONS, docs/formats/proximity-files.md §5)
{{ proximity_section('HIT_REGIONS', {
    'time_ms': 'integer! as time',
    'attacker_guid': 'guid',
    'attacker_name': 'name',
    'victim_guid': 'guid',
    'victim_name': 'name',
    'weapon': 'integer',
    'region': 'integer',
    'damage': 'integer',
}) }}
