{# Rules of Stopwatch and of confidence, one each (docs/contracts/score.md). #}

{# What a written side states: a side, nothing (absent), or something that is no side (invalid). -#}
{% macro side_statement(text) -%}
case
    when {{ text }} in ('1', '2') then 'valid'
    when coalesce({{ text }}, '') in ('', '0') then 'absent'
    else 'invalid'
end
{%- endmacro %}

{# FULL_HOLD when the defenders won, TIME_SET when the attackers did. Sides decide, not times. -#}
{% macro stopwatch_state(winner_side, defender_side, end_reason) -%}
case
    when {{ end_reason }} in ('SURRENDER', 'MAP_CHANGE', 'MAP_RESTART', 'SERVER_RESTART') then null
    when {{ winner_side }} = {{ defender_side }} then 'FULL_HOLD'
    when {{ winner_side }} <> {{ defender_side }} then 'TIME_SET'
end
{%- endmacro %}

{# What a round came to, for posts and pages. -#}
{% macro round_outcome(end_reason, state) -%}
case {{ end_reason }}
    when 'SURRENDER' then 'SURRENDER_END'
    when 'MAP_CHANGE' then 'MAP_CHANGE_END'
    when 'MAP_RESTART' then 'MAP_RESTART_END'
    when 'SERVER_RESTART' then 'SERVER_RESTART_END'
    else {{ state }}
end
{%- endmacro %}

{# Did a hold end before its time? Measured time is exact, player time is rounded to tenths of a minute (docs/formats/stats-files.md §10.3). -#}
{% macro hold_ended_early(target_seconds, measured_seconds, player_minutes, round_number) -%}
case
    when {{ measured_seconds }} is not null then {{ measured_seconds }} < {{ target_seconds }} - 2
    when {{ player_minutes }} is not null
        then round({{ target_seconds }} / 60.0 - {{ player_minutes }}, 6) >= if({{ round_number }} = 1, 0.15, 0.2)
end
{%- endmacro %}

{# Which attackers take the map: those of R2 when they beat the time, else those of R1 when they set one, else nobody. -#}
{% macro map_result(first_half_is_set, second_half_is_set) -%}
case
    when {{ second_half_is_set }} then 'attackers_r2'
    when not {{ second_half_is_set }} and {{ first_half_is_set }} then 'attackers_r1'
    when not {{ second_half_is_set }} and not {{ first_half_is_set }} then 'draw'
end
{%- endmacro %}

{# Order of confidence, weakest first. -#}
{% macro confidence_rank(confidence) -%}
case {{ confidence }} when 'missing' then 0 when 'ambiguous' then 1 when 'time_fallback' then 2 when 'verified_header' then 3 end
{%- endmacro %}

{% macro confidence_of_rank(rank) -%}
case {{ rank }} when 0 then 'missing' when 1 then 'ambiguous' when 2 then 'time_fallback' when 3 then 'verified_header' end
{%- endmacro %}
