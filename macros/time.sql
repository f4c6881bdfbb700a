{# A server's local wall clock as instants, earlier first: one as a rule, two in the doubled hour of autumn, none in the skipped hour of
   spring (docs/contracts/time.md §1). -#}
{% macro readings(local, time_zone) -%}
list_filter(
    [
        timezone({{ time_zone }}, {{ local }}) - interval 1 hour,
        timezone({{ time_zone }}, {{ local }}),
        timezone({{ time_zone }}, {{ local }}) + interval 1 hour
    ],
    lambda reading: timezone({{ time_zone }}, reading) = {{ local }}
)
{%- endmacro %}

{# A stats file is written this long after the round ended (docs/formats/stats-files.md §1). -#}
{% macro round_end_of_stamp(stamp) -%}
{{ stamp }} - interval 3 seconds
{%- endmacro %}

{# The longest time between the end of a first half and the end of its second half. -#}
{% macro pairing_window() -%}
interval 45 minutes
{%- endmacro %}

{# Rounds further apart than this, end to end, are different sessions. -#}
{% macro session_gap() -%}
interval 60 minutes
{%- endmacro %}

{# Date and clock of a file's name; null where they do not exist or lie outside the game's life (ET came out in 2003). -#}
{% macro stamp_of_name(local_date, local_clock) -%}
case
    when left({{ local_date }}, 4) between '2003' and '2099'
        then try_strptime({{ local_date }} || {{ local_clock }}, '%Y-%m-%d%H%M%S')
end
{%- endmacro %}
