select *
from rpt_map_sides
order by map_name, round_number, defender_side_name
