-- One player's skill levels at the end of a round (SKILL_SNAPSHOT, docs/formats/proximity-files.md §5)
{{ proximity_section('SKILL_SNAPSHOT', {
    'guid': 'guid',
    'player_name': 'name as name',
    'side': 'side as team',
    'battle_sense': 'integer',
    'engineering': 'integer',
    'first_aid': 'integer',
    'signals': 'integer',
    'light_weapons': 'integer',
    'heavy_weapons': 'integer',
    'covertops': 'integer',
}) }}
