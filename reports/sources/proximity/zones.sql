select
    *,
    'x ' || from_x || ' to ' || (from_x + 512) || ', y ' || from_y || ' to ' || (from_y + 512) as square_text,
from rpt_proximity_zones
order by scope_kind, scope_id, map_name, side, cell_x, cell_y
