-- One round with its clocks side by side, as people read them
{{ config(materialized='exchanged') }}

with

timings as (

    select * from {{ rows_in_scope('fct_round_timings') }}

),

pages as (

    select * from {{ rows_in_scope('rpt_round_pages') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

)

select
    ---------- ids
    timings.round_id::varchar as round_id,
    timings.match_id::varchar as match_id,
    timings.session_id::varchar as session_id,
    timings.server::varchar as server,
    pages.short_key::varchar as short_key,

    ---------- text
    pages.map_title::varchar as map_title,
    pages.day_text::varchar as day_text,
    pages.ended_clock_text::varchar as ended_clock_text,
    {{ clock_text('timings.duration_seconds') }}::varchar as shown_text,
    {{ clock_text('timings.lua_playtime_seconds') }}::varchar as lua_text,
    {{ clock_text('timings.playtime_field_seconds') }}::varchar as playtime_field_text,
    {{ clock_text('timings.header_seconds') }}::varchar as header_text,
    {{ clock_text('timings.player_seconds') }}::varchar as player_text,
    {{ clock_text('timings.timelimit_seconds') }}::varchar as timelimit_text,
    printf('%+d s', round(timings.difference_seconds)::integer)::varchar as difference_text,
    case
        when timings.pause_count > 0
            then timings.pause_count || if(timings.pause_count = 1, ' pause', ' pauses') || coalesce(', ' || {{ clock_text('timings.pause_seconds') }}, '')
    end::varchar as pauses_text,
    timings.timing_status::varchar as timing_status,
    {{ timing_words('timings.timing_status') }}::varchar as timing_words,
    {{ timing_mark('timings.timing_status') }}::varchar as timing_mark,
    if(timings.timing_status = 'no_lua', coalesce(no_lua_reasons.sentence, timings.no_lua_reason), null)::varchar as no_lua_sentence,
    pauses_reasons.sentence::varchar as pauses_unavailable_sentence,
    case timings.lua_source
        when 'message' then 'message'
        when 'gametimes' then 'gametimes file'
        when 'message_and_gametimes' then 'message and gametimes file'
    end::varchar as lua_source_text,
    timings.lua_confidence::varchar as lua_confidence,
    timings.emitter_version::varchar as emitter_version,

    ---------- numbers
    timings.round_number::tinyint as round_number,
    timings.difference_seconds::double as difference_seconds,
    timings.stamp_offset_seconds::double as stamp_offset_seconds,

    ---------- times
    timings.order_at::timestamptz as order_at,
    timings.played_on::date as played_on,
from timings
inner join pages on pages.round_id = timings.round_id
left join reasons as no_lua_reasons on no_lua_reasons.reason_code = timings.no_lua_reason
left join reasons as pauses_reasons on pauses_reasons.reason_code = timings.pauses_unavailable_reason
