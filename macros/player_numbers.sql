{# The numbers of a player that add up over rounds, and the metrics made of them. Every mart of players uses these two. #}

{% macro summable_numbers() -%}
{{ return(
    ['played_seconds', 'kills', 'deaths', 'headshots', 'hits', 'shots', 'gun_hits', 'gun_shots', 'gun_headshots']
    + session_counters()
    + round_counters() | reject('in', longest_numbers()) | list
    + ['time_dead_seconds', 'alive_weighted_seconds', 'alive_known_seconds']
) }}
{%- endmacro %}

{# Numbers of which the longest counts, not the sum. -#}
{% macro longest_numbers() -%}
{{ return(['killing_spree', 'death_spree']) }}
{%- endmacro %}

{% macro player_number_columns() -%}
{{ return(summable_numbers() + longest_numbers()) }}
{%- endmacro %}

{# Seconds are decimals: their sums do not depend on the order of rows. -#}
{% macro player_number_type(name) -%}
{{ return({
    'played_seconds': 'decimal(12, 3)',
    'alive_known_seconds': 'decimal(12, 3)',
    'alive_weighted_seconds': 'decimal(18, 6)',
    'time_dead_seconds': 'decimal(18, 6)',
}.get(name, 'integer')) }}
{%- endmacro %}

{# Sums over rounds; a number that no round knows stays unknown. -#}
{% macro player_sums() -%}
{% for name in summable_numbers() -%}
sum({{ name }})::{{ player_number_type(name) }} as {{ name }},
{% endfor -%}
{% for name in longest_numbers() -%}
max({{ name }})::integer as {{ name }},
{% endfor -%}
{%- endmacro %}

{# Metrics of whatever was summed: a round, a match, an evening, a season (docs/contracts/players.md §4). -#}
{% macro player_metrics() -%}
{{ per_minute('damage_given', 'played_seconds') }} as damage_per_minute,
{{ per_minute('kills', 'played_seconds') }} as kills_per_minute,
{{ per_minute('deaths', 'played_seconds') }} as deaths_per_minute,
{{ per_minute('denied_seconds', 'played_seconds') }} as denied_seconds_per_minute,
{{ per_minute('revives', 'played_seconds') }} as revives_per_minute,
{{ kill_death_ratio('kills', 'deaths') }} as kill_death_ratio,
{{ efficiency_percent('kills', 'deaths') }} as efficiency_percent,
{{ percent_of('gun_hits', 'gun_shots') }} as accuracy_percent,
{{ percent_of('gun_headshots', 'gun_hits') }} as headshot_accuracy_percent,
{{ percent_of('headshot_kills', 'kills') }} as headshot_kill_percent,
{{ percent_of('useful_kills', 'kills') }} as useful_kill_percent,
{{ ratio('damage_given', 'damage_received') }} as damage_ratio,
{{ percent_of('alive_weighted_seconds', 'alive_known_seconds') }} as alive_percent,
(double_kills + triple_kills + quad_kills + penta_kills + hexa_kills)::integer as multikills,
{%- endmacro %}

{% macro player_metric_names() -%}
{{ return([
    'damage_per_minute', 'kills_per_minute', 'deaths_per_minute', 'denied_seconds_per_minute', 'revives_per_minute', 'kill_death_ratio',
    'efficiency_percent', 'accuracy_percent', 'headshot_accuracy_percent', 'headshot_kill_percent', 'useful_kill_percent', 'damage_ratio',
    'alive_percent', 'multikills',
]) }}
{%- endmacro %}
