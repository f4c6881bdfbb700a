-- One evening with the clocks of its rounds side by side, as a post or a command shows them
{{ config(materialized='exchanged') }}

with

timings as (

    select * from {{ rows_in_scope('rpt_timing_pages') }}
    where session_id is not null

),

sessions as (

    select * from {{ rows_in_scope('rpt_session_pages') }}

),

anchors as (

    select * from {{ rows_in_scope('fct_sessions') }}

),

worded as (

    select
        session_id,
        order_at,
        round_id,
        timing_status,
        {
            'key': short_key,
            'map': map_title,
            'number': round_number,
            'shown': shown_text,
            'lua': lua_text,
            'playtime': playtime_field_text,
            'header': header_text,
            'players': player_text,
            'limit': timelimit_text,
            'difference': difference_text,
            'pauses': pauses_text,
            'status': timing_words,
            'why_no_lua': no_lua_sentence
        } as clocks,
        if(timing_status <> 'no_lua', map_title || ', round ' || round_number || coalesce(', ended ' || ended_clock_text, ''), null) as lua_round_text,
    from timings

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
