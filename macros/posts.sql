{# Texts of posts and commands; those that pages show as well are in display.sql. -#}

{# A confidence as it stands beside every score: its shape and words, and the reason where it is not verified. -#}
{% macro confidence_text(confidence, sentence) -%}
{{ confidence_mark(confidence) }} || ' ' || {{ confidence_words(confidence) }}
|| if({{ confidence }} = 'verified_header', '', coalesce(' (' || rtrim({{ sentence }}, '.') || ')', ''))
{%- endmacro %}

{# A whole number for a narrow table: 950, 2.5k, 13.0k. Unknown is a dash. -#}
{% macro short_number_text(number) -%}
case
    when {{ number }} is null then '–'
    when abs({{ number }}) < 1000 then ({{ number }})::bigint::varchar
    else printf('%.1fk', ({{ number }}) / 1000.0)
end
{%- endmacro %}

{# A number without its decimals; unknown is a dash. -#}
{% macro whole_text(number, unit='') -%}
coalesce(round({{ number }})::bigint || '{{ unit }}', '–')
{%- endmacro %}

{# The first letter in capitals, as a sentence begins. -#}
{% macro capitalized(text) -%}
upper(left({{ text }}, 1)) || substr({{ text }}, 2)
{%- endmacro %}

{# How long a post can still change after what it tells of: edits end 48 hours after it was sent, and an evening can be long. -#}
{% macro post_horizon() -%}
interval 4 days
{%- endmacro %}

{# An evening is over when its next round could no longer belong to it, and its files had five minutes to arrive. -#}
{% macro evening_over_after() -%}
({{ session_gap() }} + interval 5 minutes)
{%- endmacro %}
