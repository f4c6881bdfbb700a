{# Rows of an append-only staging model are written once per file. -#}
{% macro only_new_files() -%}
{% if is_incremental() -%}
where file_id not in (select file_id from {{ this }})
{%- endif %}
{%- endmacro %}

{# Content-addressed increments: a row is a pure function of its key, so rows are right as long as their key is asked for.
   The pre-hook forgets keys that the driver no longer asks for; the model adds keys that it lacks.
   Increments therefore equal a rebuild by construction. -#}
{% macro forget_unasked(driver, key) -%}
{% set asked = ref(driver) -%}
{% if is_incremental() -%}
delete from {{ this }} where {{ key }} not in (select {{ key }} from {{ asked }})
{%- else -%}
select 1
{%- endif %}
{%- endmacro %}

{% macro only_missing(key) -%}
{% if is_incremental() -%}
where {{ key }} not in (select {{ key }} from {{ this }})
{%- endif %}
{%- endmacro %}
