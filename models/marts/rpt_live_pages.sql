-- One server on which an evening is being played, as people read it
with

live as (

    select * from {{ ref('rpt_live_score') }}

),

maps as (

    select * from {{ ref('dim_maps') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

worded as (

    select
        live.*,
        coalesce(last_maps.map_title, live.last_map_name) as last_map_title,
        coalesce(maps_in_progress.map_title, live.map_in_progress) as map_in_progress_title,
        coalesce(reasons.sentence, live.score_confidence_reason) as confidence_sentence,
    from live
    left join maps as last_maps on last_maps.map_name = live.last_map_name
    left join maps as maps_in_progress on maps_in_progress.map_name = live.map_in_progress
    left join reasons on reasons.reason_code = live.score_confidence_reason

)

select
    ---------- ids
    server::varchar as server,
    session_id::varchar as session_id,

    ---------- text
    team_a_name::varchar as team_a_name,
    team_b_name::varchar as team_b_name,
    coalesce(team_a_points || ' – ' || team_b_points, 'no score yet')::varchar as score_text,
    score_confidence::varchar as score_confidence,
    {{ confidence_mark('score_confidence') }}::varchar as confidence_mark,
    {{ confidence_words('score_confidence') }}::varchar as confidence_words,
    confidence_sentence::varchar as confidence_sentence,
    counted_maps_text::varchar as counted_maps_text,
    last_map_title::varchar as last_map_title,
    map_in_progress_title::varchar as map_in_progress_title,
    {{ clock_text('time_to_beat_seconds') }}::varchar as time_to_beat_text,

    ---------- numbers
    last_round_number::tinyint as last_round_number,

    ---------- times
    last_round_ended_at::timestamptz as last_round_ended_at,
from worded
