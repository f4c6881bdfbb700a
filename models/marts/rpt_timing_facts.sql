-- One evening with the clocks of its rounds side by side, as a post or a command shows them
{{ config(materialized='exchanged') }}

with

timings as (

    select * from {{ rows_in_scope('fct_round_timings') }}
    where session_id is not null

),

pages as (

    select * from {{ rows_in_scope('rpt_round_pages') }}

),

sessions as (

    select * from {{ rows_in_scope('rpt_session_pages') }}

),

anchors as (

    select * from {{ rows_in_scope('fct_sessions') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

worded as (

    select
        timings.session_id,
        timings.order_at,
        timings.round_id,
        timings.timing_status,
        {
            'key': pages.short_key,
            'map': pages.map_title,
            'number': timings.round_number,
            'shown': {{ clock_text('timings.duration_seconds') }},
            'lua': {{ clock_text('timings.lua_playtime_seconds') }},
            'playtime': {{ clock_text('timings.playtime_field_seconds') }},
            'header': {{ clock_text('timings.header_seconds') }},
            'players': {{ clock_text('timings.player_seconds') }},
            'limit': {{ clock_text('timings.timelimit_seconds') }},
            'difference': printf('%+.0f s', timings.difference_seconds),
            'pauses': if(timings.pause_count > 0, timings.pause_count || if(timings.pause_count = 1, ' pause, ', ' pauses, ') || {{ clock_text('timings.pause_seconds') }}, null),
            'status': case timings.timing_status
                when 'aligned' then 'agree'
                when 'minor' then 'differ a little'
                when 'discrepancy' then 'differ'
                when 'lua_alone' then 'Lua alone'
                when 'no_lua' then 'no Lua'
            end,
            'why_no_lua': if(timings.timing_status = 'no_lua', coalesce(reasons.sentence, timings.no_lua_reason), null)
        } as clocks,
        if(timings.timing_status <> 'no_lua', pages.map_title || ', round ' || pages.round_number || coalesce(', ended ' || pages.ended_clock_text, ''), null)
            as lua_round_text,
    from timings
    inner join pages on pages.round_id = timings.round_id
    left join reasons on reasons.reason_code = timings.no_lua_reason

),

listed as (

    select
        session_id,
        list(clocks order by order_at, round_id) as rounds,
        count(*) filter (timing_status = 'no_lua') as no_lua_count,
        arg_max(lua_round_text, {'at': order_at, 'id': round_id}) filter (lua_round_text is not null) as last_lua_text,
    from worded
    group by session_id

)

select
    ---------- ids
    sessions.session_id::varchar as session_id,
    sessions.server::varchar as server,
    anchors.first_round_id::varchar as anchor_round_id,

    ---------- text
    to_json({
        'day': sessions.day_text,
        'server': sessions.server,
        'rounds': listed.rounds,
        'no_lua': if(
            listed.no_lua_count > 0,
            listed.no_lua_count || ' of ' || sessions.round_count || ' rounds without Lua; '
                || coalesce('the last with it: ' || listed.last_lua_text, 'none of this evening has it'),
            null
        )
    })::varchar as facts,

    ---------- times
    sessions.order_at::timestamptz as order_at,
from sessions
inner join anchors on anchors.session_id = sessions.session_id
inner join listed on listed.session_id = sessions.session_id
