-- One cell of the tracker's own map of movement (MOVEMENT_HEATMAP, docs/formats/proximity-files.md §5)
{{ proximity_section('MOVEMENT_HEATMAP', {
    'grid_x': 'integer!',
    'grid_y': 'integer!',
    'traversal': 'integer',
    'combat': 'integer',
    'escape': 'integer',
}) }}
