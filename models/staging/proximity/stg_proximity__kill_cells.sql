-- One cell of the tracker's own map of kills (KILL_HEATMAP, docs/formats/proximity-files.md §5)
{{ proximity_section('KILL_HEATMAP', {
    'grid_x': 'integer!',
    'grid_y': 'integer!',
    'axis_kills': 'integer',
    'allies_kills': 'integer',
}) }}
