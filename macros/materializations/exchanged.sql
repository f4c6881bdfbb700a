{# A table that keeps all history and has a column order_at. dbt makes it whole; the live lane puts the rows that it computed in the place of
   those in its scope (warehouse/dbt_worker.py). -#}
{% materialization exchanged, adapter='duckdb' %}

{%- set existing = load_cached_relation(this) -%}
{%- set target = this.incorporate(type='table') -%}
{{ run_hooks(pre_hooks, inside_transaction=False) }}
{{ run_hooks(pre_hooks, inside_transaction=True) }}
{%- if existing is not none -%}
    {%- do adapter.drop_relation(existing) -%}
{%- endif -%}
{%- call statement('main') -%}
    {{ create_table_as(False, target, compiled_code) }}
{%- endcall -%}
{{ run_hooks(post_hooks, inside_transaction=True) }}
{%- do adapter.commit() -%}
{{ run_hooks(post_hooks, inside_transaction=False) }}
{{ return({'relations': [target]}) }}

{% endmaterialization %}
