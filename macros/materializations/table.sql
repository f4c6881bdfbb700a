{# A table in one statement. dbt's own builds beside, renames twice and drops, which in the live lane takes longer than the rows do;
   nobody else has the warehouse open while it is built, and a statement that fails leaves the table as it was. -#}
{% materialization table, adapter='duckdb' %}

{%- set existing = load_cached_relation(this) -%}
{%- set target = this.incorporate(type='table') -%}
{{ run_hooks(pre_hooks, inside_transaction=False) }}
{{ run_hooks(pre_hooks, inside_transaction=True) }}
{% if existing is not none and existing.is_table and is_live() -%}
    {%- call statement('main') -%}
        {% if config.get('contract').enforced -%}
            delete from {{ target }};
            insert into {{ target }} by name
            {{ compiled_code }}
        {%- else -%}
            create or replace table {{ target }} as (
            {{ compiled_code }}
            )
        {%- endif %}
    {%- endcall -%}
{%- else -%}
    {%- if existing is not none -%}
        {%- do adapter.drop_relation(existing) -%}
    {%- endif -%}
    {%- call statement('main') -%}
        {{ create_table_as(False, target, compiled_code) }}
    {%- endcall -%}
{%- endif -%}
{{ run_hooks(post_hooks, inside_transaction=True) }}
{%- do adapter.commit() -%}
{{ run_hooks(post_hooks, inside_transaction=False) }}
{{ return({'relations': [target]}) }}

{% endmaterialization %}
