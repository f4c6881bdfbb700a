{# A table that keeps all history and has a column order_at: a build puts the rows that it computed in the place of those in its scope.
   In the full lane that is the whole table. -#}
{% materialization exchanged, adapter='duckdb' %}

{%- set existing = load_cached_relation(this) -%}
{%- set target = this.incorporate(type='table') -%}
{{ run_hooks(pre_hooks, inside_transaction=False) }}
{{ run_hooks(pre_hooks, inside_transaction=True) }}
{% if existing is not none and existing.is_table and is_live() -%}
    {%- set scope = api.Relation.create(database=this.database, schema='intermediate', identifier='int_scope') -%}
    {%- call statement('main') -%}
        delete from {{ target }} where {{ lies_in_scope('order_at', scope) }};
        insert into {{ target }} by name
        {{ compiled_code }}
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
