with

links as (

    select * from {{ ref('int_legacy_links') }}

),

codes as (

    select * from {{ ref('legacy_findings') }}

)

select
    ---------- ids
    {{ short_id("concat_ws('|', 'link', links.server, links.source_name, links.table_name, links.row_key)") }}::varchar as finding_id,
    links.server::varchar as server,
    links.source_name::varchar as source_name,
    links.table_name::varchar as table_name,
    links.row_key::varchar as row_key,
    links.row_sha256::varchar as row_sha256,
    'round_id'::varchar as column_name,
    links.linked_round_key::varchar as stored_text,
    links.proven_round_key::varchar as proven_text,

    ---------- text
    links.finding::varchar as finding,
    codes.sentence::varchar as sentence,
    links.map_name::varchar as map_name,
    coalesce(links.linked_file_stem, if(links.linked_round_key is null, 'not linked', 'row ' || links.linked_round_key))::varchar as stored_round_name,
    coalesce(links.fitting_file_stem, 'none')::varchar as proven_round_name,
    case
        when links.finding = 'linked_to_none' then 'high'
        when links.is_proposed then if(abs(links.fitting_seconds_apart) <= 5, 'high', 'medium')
    end::varchar as confidence,
    case
        when links.finding = 'linked_to_none' then 'no round of this map ended within 30 seconds of the row'
        when links.is_proposed
            then 'the only round of this map that ended within 30 seconds of the row: ' || links.fitting_file_stem || ', ' || links.fitting_seconds_apart || ' s apart'
    end::varchar as evidence,
    if(links.is_proposed, null, links.finding)::varchar as not_proposed_reason,

    ---------- numbers
    links.round_number::tinyint as round_number,
    links.fitting_seconds_apart::bigint as seconds_apart,
    links.nearest_seconds::bigint as nearest_seconds,

    ---------- booleans
    links.is_proposed::boolean as is_proposed,

    ---------- times
    links.ended_at::timestamptz as ended_at,
    coalesce(links.ended_at, links.received_at)::timestamptz as order_at,
from links
left join codes on codes.finding = links.finding
