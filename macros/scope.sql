{# What a build works on (docs/decisions/0010-the-live-lane-works-on-blocks-of-time.md). The full lane works on everything; the live lane on
   the blocks of time in which something arrived: base models of staging read in_scope() rows of raw only, everything between computes
   with what it is given, and models that keep history (materialized='exchanged') exchange the rows whose order_at lies in scope. #}

{% macro is_live() -%}
{{ return(env_var('FULLHOLD_SCOPE', 'everything') == 'arrivals') }}
{%- endmacro %}

{# Whether a row of a raw table is worked on; `arrival_id` is its id as int_arrivals makes it. Rows are named by their place,
   so that the contents of all others are not read. -#}
{% macro in_scope(raw_table, arrival_id) -%}
{% if not execute or is_live() -%}
rowid in (
    select rowid
    from {{ raw_table }}
    where {{ arrival_id }} in (select arrival_id from {{ ref('int_arrivals__in_scope') }})
)
{%- else -%}
true
{%- endif %}
{%- endmacro %}

{# Arrivals this far apart share nothing: twice the longest time over which rows look at each other (the session gap) and the hour
   by which a stamp of the doubled hour may be read differently, and some more. -#}
{% macro block_gap() -%}
interval 4 hours
{%- endmacro %}

{# Whether a row that is kept belongs to the blocks that are worked on. The variables are those of int_scope, set by whoever runs the
   statement (warehouse/dbt_worker.py): by a constant DuckDB skips most of a table. What has no time belongs to a block of its own. -#}
{% macro lies_in_scope(order_at, scope) -%}
(
    {{ order_at }} between getvariable('scope_from') and getvariable('scope_until')
    and exists (select 1 from {{ scope }} as scope where {{ order_at }} between scope.from_at and scope.until_at)
    or getvariable('scope_has_timeless') and {{ order_at }} is null
)
{%- endmacro %}

{# The rows of a kept model that are worked on: what a model reads that keeps history itself, or leads to one that does. -#}
{% macro rows_in_scope(kept) -%}
{% if not execute or is_live() -%}
(select * from {{ ref(kept) }} as kept where {{ lies_in_scope('kept.order_at', ref('int_scope')) }})
{%- else -%}
{{ ref(kept) }}
{%- endif %}
{%- endmacro %}

{# Stands for a time that an arrival does not tell, in the scope only: before the game came out. -#}
{% macro time_of_the_timeless() -%}
timestamptz '2000-01-01 00:00:00+00'
{%- endmacro %}
