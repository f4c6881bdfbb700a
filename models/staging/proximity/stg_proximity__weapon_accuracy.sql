-- One player and one weapon over a round (WEAPON_ACCURACY, docs/formats/proximity-files.md §5)
{{ proximity_section('WEAPON_ACCURACY', {
    'player_guid': 'guid',
    'player_name': 'name',
    'side': 'side as team',
    'weapon_id': 'integer!',
    'shots_fired': 'integer',
    'hits': 'integer',
    'kills': 'integer',
    'headshots': 'integer',
}) }}
