select
    *,
    '/players/' || player_id || '/' as link,
from rpt_form_movers
order by abs(form_difference) desc nulls last, player_id
