with

stats as (

    select * from {{ ref('int_legacy_stats') }}

),

codes as (

    select * from {{ ref('legacy_findings') }}

)

select
    ---------- ids
    stats.finding_id::varchar as finding_id,
    stats.server::varchar as server,
    stats.source_name::varchar as source_name,
    stats.table_name::varchar as table_name,
    stats.row_key::varchar as row_key,
    stats.column_name::varchar as column_name,
    stats.round_id::varchar as round_id,
    stats.guid8::varchar as line_player_id,
    stats.stats_file_name::varchar as stats_file_name,
    stats.raw_sha256::varchar as raw_sha256,

    ---------- text
    stats.finding::varchar as finding,
    codes.sentence::varchar as sentence,
    stats.map_name::varchar as map_name,
    stats.player_name::varchar as player_name,
    stats.detail::varchar as detail,

    ---------- numbers
    stats.round_number::tinyint as round_number,
    stats.row_count::bigint as row_count,

    ---------- times
    stats.order_at::timestamptz as order_at,
    stats.played_on::date as played_on,
from stats
left join codes on codes.finding = stats.finding
