{# The first number of an award's value: `1.625`, `113 seconds`, `Damage received vs death ratio: 3.21x`
   (docs/formats/endstats-files.md §12.3). Text that only looks like a number (`1e3`, `0x1F`, `1_000`) is null. -#}
{% macro first_number(text) -%}
try_cast(
    nullif(
        regexp_extract({{ text }}, '^[^0-9-]*(-?\d{1,9}(\.\d{1,18})?)[a-zA-Z%]*([\s,;)].*)?$', 1),
        ''
    ) as double
)
{%- endmacro %}

{# A cleaned name as the game's own cleaner writes it into endstats files: without anything outside printable ASCII. -#}
{% macro name_key(cleaned_name) -%}
trim(regexp_replace({{ cleaned_name }}, '[^ -~]', '', 'g'))
{%- endmacro %}

{# A duel of two numbered players as one number: subject, opponent (below 100 each), kills, deaths (below 1000 each). -#}
{% macro duel_code(subject, opponent, kills, deaths) -%}
(({{ subject }} * 100 + {{ opponent }}) * 1000 + {{ kills }})::bigint * 1000 + {{ deaths }}
{%- endmacro %}
