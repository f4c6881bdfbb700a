with

sides as (

    select * from {{ ref('int_legacy_sides') }}

),

codes as (

    select * from {{ ref('legacy_findings') }}

)

select
    ---------- ids
    {{ short_id("concat_ws('|', 'side', sides.server, sides.source_name, sides.row_key, sides.side_kind)") }}::varchar as finding_id,
    sides.server::varchar as server,
    sides.source_name::varchar as source_name,
    'rounds'::varchar as table_name,
    sides.row_key::varchar as row_key,
    sides.row_sha256::varchar as row_sha256,
    sides.round_id::varchar as round_id,
    sides.stats_file_name::varchar as stats_file_name,
    sides.raw_sha256::varchar as raw_sha256,

    ---------- text
    sides.finding::varchar as finding,
    codes.sentence::varchar as sentence,
    sides.side_kind::varchar as side_kind,
    (sides.side_kind || '_team')::varchar as column_name,
    sides.map_name::varchar as map_name,
    sides.round_status_text::varchar as legacy_status,
    sides.stored_text::varchar as stored_text,
    sides.proven_side::varchar as proven_text,
    coalesce({{ side_name('sides.stored_side') }}, if(sides.stored_state = 'absent', 'not stored', 'no side (' || sides.stored_text || ')'))::varchar as stored_side_name,
    coalesce({{ side_name('sides.proven_side') }}, 'unavailable')::varchar as proven_side_name,
    sides.score_confidence::varchar as score_confidence,
    sides.score_confidence_reason::varchar as score_confidence_reason,
    sides.not_proposed_reason::varchar as not_proposed_reason,
    if(
        sides.not_proposed_reason is null,
        'header of ' || sides.stats_file_name || ': defender ' || sides.defender_side || ', winner ' || coalesce(sides.winner_side::varchar, 'unknown'),
        null
    )::varchar as evidence,

    ---------- numbers
    sides.round_number::tinyint as round_number,
    {{ side('sides.stored_text') }}::tinyint as stored_side,
    sides.proven_side::tinyint as proven_side,

    ---------- booleans
    (sides.not_proposed_reason is null)::boolean as is_proposed,

    ---------- times
    sides.order_at::timestamptz as order_at,
    sides.played_on::date as played_on,
from sides
left join codes on codes.finding = sides.finding
