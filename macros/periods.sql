{# The three kinds of period a day lies in: all time, its season (a calendar quarter), and the 30 days that end at the build's as_of. -#}
{% macro in_periods(order_at, played_on, as_of) -%}
unnest([
    'all_time',
    'season',
    if({{ order_at }} <= {{ as_of }} and {{ order_at }} > {{ as_of }} - interval 30 days, 'last_30_days', null)
]) as period_kind,
unnest([
    'all_time',
    year({{ played_on }}) || '-Q' || quarter({{ played_on }}),
    'last_30_days'
]) as period
{%- endmacro %}
