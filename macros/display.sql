{# Texts that posts and pages show, one rule each: a time, a result or a confidence reads the same everywhere. -#}

{# Seconds as people say them: 8:51. Null when they are unknown. -#}
{% macro clock_text(seconds) -%}
printf('%d:%02d', floor({{ seconds }} / 60)::integer, floor({{ seconds }} % 60)::integer)
{%- endmacro %}

{# A day with its weekday: Wed 3 Sep 2025. -#}
{% macro day_text(day) -%}
strftime({{ day }}, '%a %-d %b %Y')
{%- endmacro %}

{# One shape for each confidence, so that it never depends on a colour. -#}
{% macro confidence_mark(confidence) -%}
case {{ confidence }} when 'verified_header' then '✔' when 'time_fallback' then '◔' when 'ambiguous' then '⚠' when 'missing' then '–' end
{%- endmacro %}

{% macro confidence_words(confidence) -%}
case {{ confidence }}
    when 'verified_header' then 'verified'
    when 'time_fallback' then 'derived from time'
    when 'ambiguous' then 'sources disagree'
    when 'missing' then 'missing'
end
{%- endmacro %}

{# What one half came to, without saying who: `held 12:00`, `set 8:51 of 12:00`, `made it in 7:48 of 8:51`. -#}
{% macro half_text(outcome, round_number, duration_seconds, limit_seconds) -%}
case {{ outcome }}
    when 'FULL_HOLD' then 'held'
    when 'TIME_SET' then if({{ round_number }} = 1, 'set', 'made it in')
    when 'SURRENDER_END' then 'surrender after'
    when 'MAP_CHANGE_END' then 'map changed after'
    when 'MAP_RESTART_END' then 'map restarted after'
    when 'SERVER_RESTART_END' then 'server restarted after'
    else 'result unavailable, played'
end
|| coalesce(' ' || {{ clock_text(duration_seconds) }}, ' (time unavailable)')
|| case
    when {{ duration_seconds }} > {{ limit_seconds }} - 1 and {{ outcome }} = 'FULL_HOLD' then ''
    else coalesce(' of ' || {{ clock_text(limit_seconds) }}, '')
end
{%- endmacro %}

{# How far the clocks of a round are apart, in words and as a shape. -#}
{% macro timing_words(timing_status) -%}
case {{ timing_status }}
    when 'aligned' then 'agree'
    when 'minor' then 'differ a little'
    when 'discrepancy' then 'differ'
    when 'lua_alone' then 'Lua alone'
    when 'no_lua' then 'no Lua'
end
{%- endmacro %}

{% macro timing_mark(timing_status) -%}
case {{ timing_status }} when 'aligned' then '✔' when 'minor' then '◔' when 'discrepancy' then '⚠' when 'lua_alone' then '◌' when 'no_lua' then '–' end
{%- endmacro %}
