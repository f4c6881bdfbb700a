-- One round payload as it arrived, its fields typed under one set of names whatever version wrote them (docs/formats/lua-timing.md §3).
-- A value is taken from the payload, else from the file's meta; what does not parse is null and named in `defects`.
{% set fields = {
    'map': ['map'],
    'round': ['round'],
    'winner': ['winner'],
    'defender': ['defender'],
    'playtime': ['lua_playtime', 'duration'],
    'timelimit': ['lua_timelimit', 'time limit'],
    'pauses': ['lua_pauses', 'pauses'],
    'end_reason': ['lua_endreason', 'end reason'],
    'warmup': ['lua_warmup'],
    'warmup_start': ['lua_warmupstart'],
    'start': ['lua_roundstart', 'start unix'],
    'end': ['lua_roundend', 'end unix'],
    'surrender_team': ['lua_surrenderteam'],
    'surrender_caller': ['lua_surrendercaller'],
    'surrender_caller_name': ['lua_surrendercallername'],
    'axis': ['axis_json'],
    'allies': ['allies_json'],
    'pause_events': ['lua_pauses_json'],
} %}

with

bodies as (

    select * from {{ ref('base_lua_timing__bodies') }}

),

fields as (

    select
        arrival_id,
        {% for name, written in fields.items() -%}
        {% set values = [] -%}
        {% for field in written %}{% do values.append("max(field_value) filter (field_name = '" ~ field ~ "')") %}{% endfor -%}
        {{ first_text(values) }} as {{ name }}_text,
        {% endfor -%}
        count(*) as field_count,
    from {{ ref('base_lua_timing__fields') }}
    group by arrival_id

),

metas as (

    select
        arrival_id,
        {% for name in ['map', 'round', 'round_start_unix', 'round_end_unix', 'actual_duration_seconds', 'pause_seconds', 'pause_count'] -%}
        nullif(trim(json_extract_string(meta, '$.{{ name }}')), '') as {{ name }},
        {% endfor -%}
    from bodies
    where meta is not null

),

texts as (

    select
        bodies.*,
        fields.* exclude (arrival_id),
        metas.map as meta_map_text,
        metas.round as meta_round_text,
        metas.round_start_unix as meta_start_text,
        metas.round_end_unix as meta_end_text,
        metas.actual_duration_seconds as meta_playtime_text,
        metas.pause_seconds as meta_pause_seconds_text,
        metas.pause_count as meta_pause_count_text,
        json_extract_string(bodies.embed, '$.footer.text') as footer_text,
    from bodies
    left join fields on fields.arrival_id = bodies.arrival_id
    left join metas on metas.arrival_id = bodies.arrival_id

),

numbers as (

    select
        *,
        {{ payload_round_number('round_text') }} as payload_round_number,
        {{ payload_round_number('meta_round_text') }} as meta_round_number,
        {{ unix_seconds('start_text') }} as payload_start_unix,
        {{ unix_seconds('meta_start_text') }} as meta_start_unix,
        {{ unix_seconds('end_text') }} as payload_end_unix,
        {{ unix_seconds('meta_end_text') }} as meta_end_unix,
        {{ leading_number('playtime_text') }} as payload_playtime,
        {{ leading_number('meta_playtime_text') }} as meta_playtime,
        {{ leading_number('timelimit_text') }} as timelimit_minutes,
        {{ leading_integer('pauses_text') }} as payload_pause_count,
        coalesce(
            try_cast(nullif(regexp_extract(pauses_text, '^\d{1,9} \((\d{1,9}) sec\)$', 1), '') as integer),
            if(pauses_text = '0', 0, null)
        ) as payload_pause_seconds,
        {{ leading_integer('meta_pause_count_text') }} as meta_pause_count,
        {{ leading_integer('meta_pause_seconds_text') }} as meta_pause_seconds,
        {{ leading_number('warmup_text') }} as warmup_number,
        {{ unix_seconds('warmup_start_text') }} as warmup_start_unix,
        {{ unix_seconds('named_end') }} as named_end_unix,
        {{ emitter_version('footer_text') }} as emitter_version,
        regexp_extract(footer_text, 'v(\d+\.\d+\.\d+)', 1) as version_text,
    from texts

),

chosen as (

    select
        *,
        coalesce({{ map_key('map_text') }}, {{ map_key('meta_map_text') }}) as map_name,
        coalesce(payload_round_number, meta_round_number) as stated_round_number,
        coalesce(payload_end_unix, meta_end_unix) as round_end_unix,
        coalesce(payload_start_unix, meta_start_unix) as stated_start_unix,
        coalesce(payload_playtime, meta_playtime) as stated_playtime_seconds,
        coalesce(payload_pause_count, meta_pause_count) as stated_pause_count,
        coalesce(payload_pause_seconds, meta_pause_seconds) as stated_pause_seconds,
    from numbers

),

judged as (

    select
        *,
        if(stated_start_unix <= round_end_unix or round_end_unix is null, stated_start_unix, null) as round_start_unix,
        list_filter([
            if(not is_json, 'payload_not_json', null),
            if(is_json and embed is null, 'payload_without_embed', null),
            if(embed is not null and map_name is null, 'map: ' || coalesce(map_text, meta_map_text, ''), null),
            if(embed is not null and stated_round_number is null, 'round: ' || coalesce(round_text, meta_round_text, ''), null),
            if(named_end_unix is distinct from round_end_unix and source = 'gametime_fallback', 'end differs from file name', null),
            if(embed is not null and round_end_unix is null, 'end: ' || coalesce(end_text, meta_end_text, ''), null),
            if(coalesce(start_text, meta_start_text, '0') <> '0' and stated_start_unix is null, 'start: ' || coalesce(start_text, meta_start_text), null),
            if(stated_start_unix > round_end_unix, 'start after end: ' || stated_start_unix, null),
            if(playtime_text is not null and payload_playtime is null, 'playtime: ' || playtime_text, null),
            if(timelimit_text is not null and timelimit_minutes is null, 'timelimit: ' || timelimit_text, null),
            if(pauses_text is not null and (payload_pause_count is null or payload_pause_seconds is null), 'pauses: ' || pauses_text, null),
            if(warmup_text is not null and warmup_number is null, 'warmup: ' || warmup_text, null),
            if(coalesce(surrender_team_text, '0') not in ('0', '1', '2'), 'surrender team: ' || surrender_team_text, null),
            if({{ side_statement('winner_text') }} = 'invalid', 'winner: ' || winner_text, null),
            if({{ side_statement('defender_text') }} = 'invalid', 'defender: ' || defender_text, null)
        ], lambda defect: defect is not null) as defects,
        list_filter([
            if({{ map_key('map_text') }} <> {{ map_key('meta_map_text') }}, 'map', null),
            if(payload_round_number <> meta_round_number, 'round', null),
            if(payload_start_unix <> meta_start_unix, 'start', null),
            if(payload_end_unix <> meta_end_unix, 'end', null),
            if(payload_playtime <> meta_playtime, 'playtime', null),
            if(payload_pause_count <> meta_pause_count, 'pause count', null),
            if(payload_pause_seconds <> meta_pause_seconds, 'pause seconds', null)
        ], lambda difference: difference is not null) as meta_differences,
    from chosen

)

select
    ---------- ids
    arrival_id,
    source,
    server,
    source_name,
    file_name,
    webhook_id,
    raw_sha256,

    ---------- text
    map_name,
    winner_text,
    defender_text,
    end_reason_text,
    surrender_team_text,
    surrender_caller_text as surrender_caller_guid,
    {{ clean_name('surrender_caller_name_text') }} as surrender_caller_name,
    axis_text,
    allies_text,
    pause_events_text,
    nullif(version_text, '') as emitter_version_text,
    encoding,
    array_to_string(meta_differences, ', ') as meta_differences_text,

    ---------- numbers
    stated_round_number,
    round_start_unix,
    round_end_unix,
    -- 0 is what the module says when it does not know
    nullif(stated_playtime_seconds, 0)::decimal(10, 3) as playtime_seconds,
    nullif(timelimit_minutes, 0)::decimal(10, 3) as timelimit_minutes,
    (nullif(timelimit_minutes, 0) * 60)::decimal(10, 3) as timelimit_seconds,
    stated_pause_count,
    stated_pause_seconds,
    warmup_number::decimal(10, 3) as warmup_seconds,
    warmup_start_unix,
    case surrender_team_text when '1' then 1 when '2' then 2 end::tinyint as surrender_team,
    emitter_version,
    coalesce(field_count, 0)::integer as field_count,
    len(defects)::integer as defect_count,
    size_bytes::bigint as size_bytes,

    ---------- lists
    defects,

    ---------- booleans
    is_json,
    -- a file whose name and content tell of different minutes tells nothing for certain
    embed is not null
        and map_name is not null
        and round_end_unix is not null
        and (source <> 'gametime_fallback' or coalesce(abs(named_end_unix - round_end_unix) <= 60, false)) as is_readable,
    -- modules before 1.7.1 could not see pauses; their 0 means nothing (docs/formats/lua-timing.md §5)
    coalesce(emitter_version < 10701, false) and coalesce(stated_pause_seconds, 0) = 0 and coalesce(stated_pause_count, 0) = 0 as is_blind_to_pauses,

    ---------- times
    edited_at,
    remote_modified_at,
    received_at,
from judged
