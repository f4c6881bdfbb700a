{# The numbers of a player line, by how an R2 file carries them (docs/formats/stats-files.md §6 and §8). #}

{# Class C: the engine keeps counting over both rounds. -#}
{% macro session_counters() -%}
{{ return([
    'damage_given', 'damage_received', 'team_damage_given', 'team_damage_received',
    'gibs', 'self_kills', 'team_kills', 'team_gibs',
]) }}
{%- endmacro %}

{# Class R: start at zero in every round. -#}
{% macro round_counters() -%}
{{ return([
    'xp', 'killing_spree', 'death_spree', 'kill_assists', 'kill_steals', 'headshot_kills',
    'objectives_stolen', 'objectives_returned', 'dynamites_planted', 'dynamites_defused', 'times_revived',
    'useful_kills', 'denied_seconds', 'double_kills', 'triple_kills', 'quad_kills', 'penta_kills', 'hexa_kills',
    'useless_kills', 'full_self_kills', 'repairs', 'revives',
]) }}
{%- endmacro %}

{# The five numbers of a weapon block, in the order in which they are written. -#}
{% macro weapon_counters() -%}
{{ return(['hits', 'shots', 'kills', 'deaths', 'headshots']) }}
{%- endmacro %}

{# What of a session counter belongs to the second round alone; unknown when either is. Only shots can shrink (docs/formats/stats-files.md §5). -#}
{% macro second_half_share(second_half, first_half) -%}
case when {{ second_half }} - {{ first_half }} is not null then greatest(0, {{ second_half }} - {{ first_half }}) end
{%- endmacro %}

{# The text at a layout's position, positions counting from 0 as in the format's description. -#}
{% macro layout_text(position) -%}
written[{{ position }} + 1]
{%- endmacro %}
