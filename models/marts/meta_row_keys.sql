-- Kept beside the config of those models: their key is the second argument of forget_unasked
select
    mart::varchar as mart,
    key_column::varchar as key_column,
from (
    values
    ('fct_player_rounds', 'context_key'),
    ('fct_player_matches', 'match_key'),
    ('fct_player_weapon_rounds', 'weapon_key'),
    ('fct_session_players', 'session_key'),
    ('fct_awards', 'endstats_key'),
    ('fct_versus', 'endstats_key')
) as row_keys (mart, key_column)
