select
    *,
    strftime(as_of, '%Y-%m-%d %H:%M UTC') as as_of_text,
from meta_build
