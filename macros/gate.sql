{# Structural promises, one row per broken one, in the shape of rpt_publish_gate. The live lane looks at the rows that it exchanged. #}

{# The rows of a mart that a build may have broken. -#}
{% macro rows_to_check(mart) -%}
{% set node = graph.nodes.get('model.fullhold.' ~ mart) if execute else none -%}
{% if node and node.config.materialized == 'exchanged' -%}
{{ rows_in_scope(mart) }}
{%- else -%}
{{ ref(mart) }}
{%- endif %}
{%- endmacro %}

{# A mart's key is unique and never null. -#}
{% macro unkeyed_rows(mart, key) -%}
select
    '{{ mart }}_key_not_unique' as gate,
    concat_ws('|', {{ key | join(', ') }}) as subject,
    count(*)::varchar as detail,
from {{ rows_to_check(mart) }}
group by {{ key | join(', ') }}
having count(*) > 1 or {{ key | join(' is null or ') }} is null
{%- endmacro %}

{# A reference of one mart exists in the other. -#}
{% macro dangling_rows(mart, column, to_mart, to_column) -%}
select
    '{{ mart }}_{{ column }}_dangles' as gate,
    pointing.{{ column }} as subject,
    '{{ to_mart }}' as detail,
from {{ rows_to_check(mart) }} as pointing
left join {{ ref(to_mart) }} as pointed on pointed.{{ to_column }} = pointing.{{ column }}
where pointing.{{ column }} is not null and pointed.{{ to_column }} is null
{%- endmacro %}

{# Whether what a post shows (JSON) lacks a confidence: shape and words, whatever the reason after them. -#}
{% macro lacks_confidence(facts) -%}
coalesce({{ facts }} ->> '$.confidence', '') not similar to '(✔ verified|◔ derived from time|⚠ sources disagree|– missing).*'
{%- endmacro %}

{# What a post or a command shows as a score stands beside its confidence. -#}
{% macro facts_without_confidence(mart, key) -%}
select
    'post_without_confidence' as gate,
    {{ key }} as subject,
    '{{ mart }}' as detail,
from {{ rows_to_check(mart) }}
where {{ lacks_confidence('facts') }}
{%- endmacro %}
