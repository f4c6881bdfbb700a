{# The three kinds of period a day lies in: all time, its season (a calendar quarter), and the 30 days that end at the build's as_of. -#}
{% macro in_periods(order_at, played_on, as_of) -%}
{{ periods_of(season_of(played_on), is_recent(order_at, as_of)) }}
{%- endmacro %}

{# The periods of a row whose season is known, and whether it lies in the last 30 days: for sums that were made by these two before. -#}
{% macro periods_of(season, is_recent) -%}
unnest(['all_time', 'season', if({{ is_recent }}, 'last_30_days', null)]) as period_kind,
unnest(['all_time', {{ season }}, 'last_30_days']) as period
{%- endmacro %}

{% macro season_of(played_on) -%}
year({{ played_on }}) || '-Q' || quarter({{ played_on }})
{%- endmacro %}

{% macro is_recent(order_at, as_of) -%}
{{ order_at }} <= {{ as_of }} and {{ order_at }} > {{ as_of }} - interval 30 days
{%- endmacro %}
