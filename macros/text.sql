{# Map key: lower-case, trimmed, colour codes removed, anything but [a-z0-9_-] becomes `_` (docs/contracts/identity.md §1). -#}
{% macro map_key(text) -%}
nullif(nullif(regexp_replace(lower(trim({{ without_colour_codes(text) }})), '[^a-z0-9_-]', '_', 'g'), ''), 'unknown')
{%- endmacro %}

{# `^` and the printable character after it, unless that is another `^` (docs/formats/stats-files.md §4). -#}
{% macro without_colour_codes(text) -%}
regexp_replace({{ text }}, '\^[!-\]_-~]', '', 'g')
{%- endmacro %}

{# A player's name as people read it: no colour codes and nothing invisible. -#}
{% macro clean_name(text) -%}
{{ visible_text(without_colour_codes(text)) }}
{%- endmacro %}

{# Text without control characters, invisible ones and those that change the direction of writing, outer spaces trimmed. -#}
{% macro visible_text(text) -%}
trim(regexp_replace({{ text }}, '[\x{00}-\x{1F}\x{7F}-\x{9F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2069}\x{FEFF}]', '', 'g'))
{%- endmacro %}

{# First 16 hex digits of a sha256: the shape of every id. -#}
{% macro short_id(text) -%}
left(sha256({{ text }}), 16)
{%- endmacro %}

{# One version of one file: server, name and content. -#}
{% macro file_id() -%}
{{ short_id("server || '|' || file_name || '|' || sha256") }}
{%- endmacro %}
