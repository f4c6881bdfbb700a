{# A whole number as the game writes it: an optional sign and at most nine digits. `1e3`, `0x1F`, ` 5` and `5.5` are null. -#}
{% macro strict_integer(text) -%}
case when regexp_full_match({{ text }}, '-?\d{1,9}') then try_cast({{ text }} as integer) end
{%- endmacro %}

{# A number with at most one decimal point; anything else is null. -#}
{% macro strict_decimal(text) -%}
case when regexp_full_match({{ text }}, '-?\d{1,9}(\.\d{1,6})?') then try_cast({{ text }} as decimal(18, 3)) end
{%- endmacro %}

{# 1 Axis, 2 Allies; anything else is unknown (docs/contracts/score.md §1). -#}
{% macro side(text) -%}
case {{ text }} when '1' then 1 when '2' then 2 end::tinyint
{%- endmacro %}

{# Words for a side. -#}
{% macro side_name(side) -%}
case {{ side }} when 1 then 'Axis' when 2 then 'Allies' end
{%- endmacro %}

{# `M:SS` in seconds; `0:00` means unknown, anything else is null (docs/formats/stats-files.md §3). -#}
{% macro clock_seconds(text) -%}
case
    when regexp_full_match({{ text }}, '\d{1,4}:[0-5]\d')
        then nullif(
            try_cast(split_part({{ text }}, ':', 1) as integer) * 60 + try_cast(split_part({{ text }}, ':', 2) as integer),
            0
        )
end
{%- endmacro %}

{# Whole numbers 1 and 2 only. -#}
{% macro round_number(text) -%}
case {{ text }} when '1' then 1 when '2' then 2 end::tinyint
{%- endmacro %}
