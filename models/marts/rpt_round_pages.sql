-- One round as people read it
{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ rows_in_scope('fct_rounds') }}

),

maps as (

    select * from {{ ref('dim_maps') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

servers as (

    select * from {{ ref('int_servers') }}

),

events as (

    select
        round_id,
        count(*) as event_count,
    from {{ rows_in_scope('fct_round_events') }}
    where round_id is not null
    group by all

),

worded as (

    select
        rounds.*,
        coalesce(maps.map_title, rounds.map_name) as map_title,
        timezone(servers.time_zone, rounds.ended_at) as ended_local,
        {{ half_text('rounds.round_outcome', 'rounds.round_number', 'rounds.duration_seconds', 'rounds.timelimit_seconds') }} as half_text,
        confidence_reasons.sentence as confidence_sentence,
        not_counted_reasons.sentence as not_counted_sentence,
        coalesce(end_reasons.sentence, rounds.end_reason_unavailable_reason) as end_reason_sentence,
        coalesce(duration_reasons.sentence, rounds.duration_unavailable_reason) as duration_sentence,
        coalesce(events.event_count, 0) as event_count,
        if(rounds.session_id is null, null, row_number() over (
            partition by rounds.server, rounds.session_id
            order by rounds.order_at, rounds.round_id
        )) as session_round_number,
    from rounds
    left join maps on maps.map_name = rounds.map_name
    left join servers on servers.server = rounds.server
    left join events on events.round_id = rounds.round_id
    left join reasons as confidence_reasons on confidence_reasons.reason_code = rounds.score_confidence_reason
    left join reasons as not_counted_reasons on not_counted_reasons.reason_code = rounds.not_counted_reason
    left join reasons as end_reasons on end_reasons.reason_code = rounds.end_reason_unavailable_reason
    left join reasons as duration_reasons on duration_reasons.reason_code = rounds.duration_unavailable_reason

)

select
    ---------- ids
    round_id::varchar as round_id,
    match_id::varchar as match_id,
    session_id::varchar as session_id,
    server::varchar as server,
    short_key::varchar as short_key,

    ---------- text
    map_name::varchar as map_name,
    map_title::varchar as map_title,
    round_role::varchar as round_role,
    {{ day_text('played_on') }}::varchar as day_text,
    strftime(ended_local, '%H:%M')::varchar as ended_clock_text,
    coalesce(defender_side_name, 'unavailable (' || confidence_sentence || ')')::varchar as defender_text,
    coalesce(winner_side_name, 'unavailable (' || confidence_sentence || ')')::varchar as winner_text,
    case
        when winner_side_name is null then half_text
        when round_outcome in ('FULL_HOLD', 'TIME_SET') then winner_side_name || ' ' || half_text
        else half_text || ', ' || winner_side_name || ' won'
    end::varchar as result_text,
    half_text::varchar as half_text,
    round_outcome::varchar as round_outcome,
    coalesce({{ clock_text('duration_seconds') }}, 'unavailable (' || duration_sentence || ')')::varchar as duration_text,
    coalesce({{ clock_text('timelimit_seconds') }}, 'unavailable')::varchar as timelimit_text,
    {{ clock_text('time_to_beat_seconds') }}::varchar as time_to_beat_text,
    case duration_source
        when 'lua_playtime' then 'measured by Lua'
        when 'playtime_field' then 'measured by the game'
        when 'header_time' then if(round_outcome = 'TIME_SET', 'the time that was set', 'the limit that was held')
        when 'player_time' then 'longest time of a player'
        when 'legacy_row' then 'the time that an existing database has'
        else 'no clock'
    end::varchar as duration_source_text,
    case end_reason
        when 'NORMAL' then 'played to its end'
        when 'SURRENDER' then 'surrender'
        when 'MAP_CHANGE' then 'map change'
        when 'MAP_RESTART' then 'map restart'
        when 'SERVER_RESTART' then 'server restart'
        else 'unavailable (' || end_reason_sentence || ')'
    end::varchar as end_reason_text,
    score_confidence::varchar as score_confidence,
    {{ confidence_mark('score_confidence') }}::varchar as confidence_mark,
    {{ confidence_words('score_confidence') }}::varchar as confidence_words,
    coalesce(confidence_sentence, score_confidence_reason)::varchar as confidence_sentence,
    coalesce(not_counted_sentence, not_counted_reason)::varchar as not_counted_sentence,
    ingest_state::varchar as ingest_state,
    stats_file_name::varchar as stats_file_name,

    ---------- numbers
    round_number::tinyint as round_number,
    session_round_number::integer as session_round_number,
    duration_seconds::double as duration_seconds,
    player_count::integer as player_count,
    event_count::integer as event_count,

    ---------- booleans
    is_counted::boolean as is_counted,
    ended_early::boolean as ended_early,

    ---------- times
    order_at::timestamptz as order_at,
    played_on::date as played_on,
from worded
