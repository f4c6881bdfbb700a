select *
from rpt_weapon_totals
order by period, kills desc, weapon
