{# Rules of the round payload that the servers' Lua module sends (docs/formats/lua-timing.md). #}

{# The number at the beginning of a value such as `468 sec` or `7.783 min`; anything else is null. -#}
{% macro leading_number(text) -%}
try_cast(nullif(regexp_extract({{ text }}, '^(\d{1,9}(\.\d{1,6})?)( .*)?$', 1), '') as decimal(18, 6))
{%- endmacro %}

{# A whole number at the beginning of a value; a fraction is none. -#}
{% macro leading_integer(text) -%}
try_cast(nullif(regexp_extract({{ text }}, '^(\d{1,9})( .*)?$', 1), '') as integer)
{%- endmacro %}

{# Seconds since 1970 within the game's life (2003 to 2099); 0 and anything else is null. -#}
{% macro unix_seconds(text) -%}
case
    when regexp_full_match({{ text }}, '\d{10}')
        then case when try_cast({{ text }} as bigint) between 1041379200 and 4102444799 then try_cast({{ text }} as bigint) end
end
{%- endmacro %}

{# The round of a payload: the engine's counter says 0 in a second half (docs/contracts/identity.md §1). -#}
{% macro payload_round_number(text) -%}
case {{ text }} when '1' then 1 when '2' then 2 when '0' then 2 end::tinyint
{%- endmacro %}

{# `v1.7.2` in a footer as 10702, so that versions compare; without three parts it is null. -#}
{% macro emitter_version(text) -%}
try_cast(regexp_extract({{ text }}, 'v(\d{1,2})\.(\d{1,2})\.(\d{1,2})', 1) as integer) * 10000
+ try_cast(regexp_extract({{ text }}, 'v(\d{1,2})\.(\d{1,2})\.(\d{1,2})', 2) as integer) * 100
+ try_cast(regexp_extract({{ text }}, 'v(\d{1,2})\.(\d{1,2})\.(\d{1,2})', 3) as integer)
{%- endmacro %}

{# The first valid value of a payload: its field, else the field's old name, else what the file's meta says. -#}
{% macro first_text(texts) -%}
coalesce({% for text in texts %}nullif(trim({{ text }}), ''){{ ', ' if not loop.last }}{% endfor %})
{%- endmacro %}

{# A stats file may be stamped this many seconds before or after the end that Lua measured (docs/contracts/identity.md §4). -#}
{% macro stamp_before_end_seconds() -%} 8 {%- endmacro %}
{% macro stamp_after_end_seconds() -%} 30 {%- endmacro %}

{# Who played less than this did not play a round: the payload is a ghost. -#}
{% macro ghost_seconds() -%} 30 {%- endmacro %}

{# An arrival attaches to the only round whose end is at most this far from its own. -#}
{% macro attach_seconds() -%} 30 {%- endmacro %}

{# The minutes that a stretch of time touches, so that a join over time has something to be equal on. -#}
{% macro minutes_touched(from_at, to_at) -%}
unnest(generate_series(date_trunc('minute', {{ from_at }}), date_trunc('minute', {{ to_at }}), interval 1 minute))
{%- endmacro %}

{# Whether a payload without a sound file was cut off before its end, and how it shows (docs/contracts/identity.md §5). -#}
{% macro payload_aborted_reason(end_reason_text, stated_end_reason, winner_text, winner_side, defender_side, surrender_team, playtime_seconds, timelimit_seconds) -%}
case
    when {{ stated_end_reason }} in ('MAP_CHANGE', 'MAP_RESTART', 'SERVER_RESTART') then 'payload_states_it'
    when lower({{ end_reason_text }}) = 'objective' and {{ winner_side }} = {{ defender_side }} then 'objective_of_the_defenders'
    when lower({{ end_reason_text }}) = 'surrender' and {{ winner_text }} = '0' then 'surrender_without_winner'
    when
        lower({{ end_reason_text }}) = 'time_expired'
        and {{ winner_side }} = {{ defender_side }}
        and {{ surrender_team }} is null
        and {{ playtime_seconds }} < {{ timelimit_seconds }} - 2
        then 'time_expired_before_its_time'
end
{%- endmacro %}

{# Whose line or roster entry is a bot's. -#}
{% macro is_bot_of(guid, player_name) -%}
(starts_with({{ guid }}, 'OMNIBOT') or starts_with({{ player_name }}, '[BOT]'))
{%- endmacro %}

{# The id that a player of a roster has in stats files (docs/contracts/identity.md §1); without a GUID of at least eight characters none. -#}
{% macro roster_player_id(guid, player_name) -%}
case
    when {{ is_bot_of(guid, player_name) }} then 'bot:' || trim(replace({{ player_name }}, '[BOT]', ''))
    when length({{ guid }}) >= 8 then left({{ guid }}, 8)
end
{%- endmacro %}

{# One state of one message. -#}
{% macro message_arrival_id() -%}
{{ short_id("concat_ws('|', message_id, coalesce(epoch_ms(edited_at), 0), sha256)") }}
{%- endmacro %}

{# What kind of message a webhook sent: a round payload, the name of a file, or something that is not about a round. -#}
{% macro message_kind(content) -%}
case
    when webhook_id is null then 'other_message'
    when trim({{ content }}, e' \t\r\n') = 'STATS_READY' then 'stats_ready'
    when regexp_matches({{ content }}, '`[^`]*\.txt`') then 'filename_trigger'
    else 'other_message'
end
{%- endmacro %}

{# The end that a message's payload states, read as staging reads it; it says which evening the message belongs to. -#}
{% macro payload_end_unix(embeds) -%}
{% set fields = "try_cast(json_extract(try_cast(" ~ embeds ~ " as json), '$[0].fields') as json[])" -%}
{% set values = [] -%}
{% for name in ['lua_roundend', 'end unix'] -%}
{% do values.append("json_extract_string(list_filter(" ~ fields ~ ", lambda field: lower(trim(json_extract_string(field, '$.name'))) = '" ~ name ~ "')[-1], '$.value')") -%}
{% endfor -%}
{{ unix_seconds(first_text(values)) }}
{%- endmacro %}
