-- One life of a player from spawn to death or the end of the round, its path as written (PLAYER_TRACKS, docs/formats/proximity-files.md §5)
{{ config(materialized='table') }}

{{ proximity_section('PLAYER_TRACKS', {
    'guid': 'guid',
    'player_name': 'name as name',
    'side': 'side as team',
    'player_class': 'text as class',
    'spawn_time': 'integer!',
    'death_time': 'integer!',
    'first_move_time': 'integer',
    'death_type': 'text',
    'stated_sample_count': 'integer as samples',
    'path': 'text',
}) }}
