{# The formulas that people argue about, once each. All are null when the divisor is unknown or zero. -#}

{# a / b as a double. -#}
{% macro ratio(numerator, denominator) -%}
({{ numerator }})::double / nullif({{ denominator }}, 0)
{%- endmacro %}

{# 100 a / b. -#}
{% macro percent_of(part, whole) -%}
100.0 * ({{ part }})::double / nullif({{ whole }}, 0)
{%- endmacro %}

{# Per minute of play. -#}
{% macro per_minute(quantity, seconds) -%}
60.0 * ({{ quantity }})::double / nullif({{ seconds }}, 0)
{%- endmacro %}

{# Kills per death; without a death, the kills (what the game itself shows). -#}
{% macro kill_death_ratio(kills, deaths) -%}
({{ kills }})::double / if({{ deaths }} = 0, 1, {{ deaths }})
{%- endmacro %}

{# Share of a player's duels with a kill at the end: kills / (kills + deaths). -#}
{% macro efficiency_percent(kills, deaths) -%}
{{ percent_of(kills, kills ~ ' + ' ~ deaths) }}
{%- endmacro %}
