select
    round_id,
    side_kind,
    coalesce(source, 'several') as source,
    finding,
    coalesce(stated_text, 'nothing') as stated_text,
    server,
    file_name,
    strftime(played_on, '%Y-%m-%d') as played_text,
    played_on,
from fct_side_diagnostics
order by played_on desc, round_id, side_kind
