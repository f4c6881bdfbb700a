{# map|round|unix of a stated start or end: the better levels of fingerprint (docs/contracts/identity.md §6). -#}
{% macro unix_fingerprint(map_name, round_number, unix) -%}
{{ map_name }} || '|' || coalesce({{ round_number }}, 0) || '|' || {{ unix }}
{%- endmacro %}

{# map|round|date|time of a local clock: the weakest level of fingerprint (docs/contracts/identity.md §6). -#}
{% macro clock_fingerprint(map_name, round_number, stamp_local) -%}
{{ map_name }} || '|' || coalesce({{ round_number }}, 0) || '|' || strftime({{ stamp_local }}, '%Y-%m-%d|%H%M%S')
{%- endmacro %}

{# The id of an arrival in the envelope that all sources share (docs/contracts/round-event.md). -#}
{% macro event_id(source, arrival_id) -%}
{{ short_id(source ~ " || '|' || " ~ arrival_id) }}
{%- endmacro %}
