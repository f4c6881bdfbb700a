-- One round as the server's Lua module told it, in however many messages and files (docs/contracts/identity.md §4).
-- Of each value the first valid one counts: the gametimes file's, the message's, the smaller sha256's.
{% set values = [
    'stated_round_number', 'round_start_unix', 'playtime_seconds', 'timelimit_minutes', 'timelimit_seconds', 'end_reason_text', 'surrender_team',
    'surrender_caller_guid', 'surrender_caller_name', 'emitter_version', 'emitter_version_text', 'warmup_seconds', 'warmup_start_unix',
] %}
{% set compared = ['stated_round_number', 'round_start_unix', 'playtime_seconds', 'timelimit_minutes', 'end_reason_text', 'surrender_team', 'winner_text',
    'defender_text', 'stated_pause_count', 'stated_pause_seconds'] %}

with

payloads as (

    select * from {{ ref('int_lua_payloads__placed') }}
    where lua_key is not null

),

end_reasons as (

    select * from {{ ref('end_reasons') }}

),

merged as (

    select
        lua_key,
        server,
        map_name,
        round_end_unix,
        any_value(ended_at) as ended_at,
        {% for value in values -%}
        arg_min({{ value }}, authority_rank) filter ({{ value }} is not null) as {{ value }},
        {% endfor -%}
        {% for side in ['winner_text', 'defender_text'] -%}
        coalesce(
            arg_min({{ side }}, authority_rank) filter ({{ side_statement(side) }} = 'valid'),
            arg_min({{ side }}, authority_rank) filter ({{ side_statement(side) }} = 'invalid'),
            arg_min({{ side }}, authority_rank) filter ({{ side }} is not null)
        ) as {{ side }},
        {% endfor -%}
        {% for value in ['pause_count', 'pause_seconds'] -%}
        arg_min(stated_{{ value }}, authority_rank) filter (stated_{{ value }} is not null) as stated_{{ value }},
        arg_min(stated_{{ value }}, authority_rank) filter (stated_{{ value }} is not null and not is_blind_to_pauses) as {{ value }},
        {% endfor -%}
        bool_or(is_blind_to_pauses) as is_blind_to_pauses,
        arg_min(arrival_id, authority_rank) filter (pause_events_text is not null) as pauses_arrival_id,
        arg_min(arrival_id, authority_rank) filter (source = 'gametime_fallback') as spawns_arrival_id,
        arg_min(arrival_id, authority_rank) as first_arrival_id,
        bool_or(source = 'stats_ready') as has_message,
        bool_or(source = 'gametime_fallback') as has_gametimes,
        count(*)::integer as payload_count,
        concat_ws(', '
            {%- for value in compared %},
            if(count(distinct {{ value }}) > 1, '{{ value | replace('stated_', '') | replace('_text', '') | replace('_', ' ') }}', null)
            {%- endfor %}
        ) as differing_values,
    from payloads
    group by lua_key, server, map_name, round_end_unix

)

select
    merged.*,
    {{ short_id('lua_key') }} as lua_round_id,
    end_reasons.end_reason as stated_end_reason,
    end_reasons.reason_text is not null as is_end_reason_known,
    {{ side('winner_text') }} as winner_side,
    {{ side('defender_text') }} as defender_side,
    coalesce(playtime_seconds < {{ ghost_seconds() }}, false) as is_ghost,
    case
        when pause_seconds is not null then null
        when is_blind_to_pauses then 'emitter_too_old'
        else 'not_in_payload'
    end as pauses_unavailable_reason,
    -- a start that was left over from an earlier round does not add up with the end
    coalesce(
        abs(round_end_unix - round_start_unix - coalesce(stated_pause_seconds, 0) - playtime_seconds) <= 2,
        round_start_unix is not null
    ) as is_start_sound,
    if(is_start_sound, make_timestamptz(round_start_unix * 1000000), null) as stated_started_at,
    coalesce(
        if(is_start_sound, make_timestamptz(round_start_unix * 1000000), null),
        ended_at - to_microseconds(((playtime_seconds + coalesce(stated_pause_seconds, 0)) * 1000000)::bigint)
    ) as began_at,
from merged
left join end_reasons on end_reasons.reason_text = lower(merged.end_reason_text)
