{# Rows of an existing database (docs/existing-database.md). #}

{# The rows of one table as they stood at the newest look; rows that are gone are left out. -#}
{% macro newest_legacy_rows(table) -%}
select
    server,
    source_name,
    row_key,
    content,
    sha256 as row_sha256,
    received_at,
from {{ source('raw', 'legacy_' ~ table) }}
qualify row_number() over (partition by server, source_name, row_key order by look_number desc) = 1 and row_state = 'present'
{%- endmacro %}

{# The id under which a row, as it stands, arrived. -#}
{% macro legacy_arrival_id(table) -%}
{{ short_id("concat_ws('|', server, source_name, '" ~ table ~ "', row_key, row_sha256)") }}
{%- endmacro %}

{# Where a row came from, for people: database, table and key. -#}
{% macro legacy_row_name(table) -%}
source_name || '/{{ table }}/' || row_key
{%- endmacro %}

{# One round has one end: what ends this close to another round of its map tells of that one. -#}
{% macro same_round_seconds() -%} 60 {%- endmacro %}

{# The named fields of a row, in this order, its JSON parsed once. A field that the table lacks is null. -#}
{% macro legacy_fields(names) -%}
json_extract_string(content, ['$.{{ names | join("', '$.") }}'])
{%- endmacro %}

{# A whole number as PostgreSQL writes it; null for anything else. -#}
{% macro legacy_integer(text) -%}
case when regexp_full_match({{ text }}, '-?\d{1,18}') then try_cast({{ text }} as bigint) end
{%- endmacro %}

{# Numbers of a player's row and what they are called in our marts. -#}
{% macro legacy_player_numbers() -%}
{{ return([
    ('team', 'side'), ('kills', 'kills'), ('deaths', 'deaths'), ('damage_given', 'damage_given'), ('damage_received', 'damage_received'),
    ('team_damage_given', 'team_damage_given'), ('team_damage_received', 'team_damage_received'), ('gibs', 'gibs'),
    ('self_kills', 'self_kills'), ('team_kills', 'team_kills'), ('team_gibs', 'team_gibs'), ('headshot_kills', 'headshot_kills'),
    ('headshots', 'headshots'), ('xp', 'xp'), ('kill_assists', 'kill_assists'), ('kill_steals', 'kill_steals'),
    ('objectives_stolen', 'objectives_stolen'), ('objectives_returned', 'objectives_returned'), ('dynamites_planted', 'dynamites_planted'),
    ('dynamites_defused', 'dynamites_defused'), ('times_revived', 'times_revived'), ('revives_given', 'revives'),
    ('most_useful_kills', 'useful_kills'), ('useless_kills', 'useless_kills'), ('denied_playtime', 'denied_seconds'),
    ('constructions', 'repairs'), ('double_kills', 'double_kills'), ('triple_kills', 'triple_kills'), ('quad_kills', 'quad_kills'),
    ('multi_kills', 'penta_kills'), ('mega_kills', 'hexa_kills'), ('killing_spree_best', 'killing_spree'),
    ('death_spree_worst', 'death_spree'), ('full_selfkills', 'full_self_kills'), ('time_played_minutes', 'minutes_played'),
]) }}
{%- endmacro %}

{# Columns of the score contract that the earlier bot added and did not fill. -#}
{% macro legacy_contract_columns() -%}
{{ return(['score_confidence', 'round_stopwatch_state', 'time_to_beat_seconds', 'next_timelimit_minutes', 'end_reason']) }}
{%- endmacro %}
