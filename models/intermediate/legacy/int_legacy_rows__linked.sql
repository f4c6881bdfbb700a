-- One row of an existing database that tells of a round, and the round that it belongs to or the reason why it belongs to none
{{ config(materialized='view') }}

with

verdicts as (

    select * from {{ ref('int_observations__verdicts') }}

),

round_rows as (

    select
        legacy_rows.arrival_id,
        legacy_rows.server,
        legacy_rows.row_name,
        legacy_rows.row_sha256 as raw_sha256,
        legacy_rows.map_name,
        legacy_rows.round_number as stated_round_number,
        legacy_rows.stamp_local,
        legacy_rows.received_at,
        if(verdicts.aborted_reason is null, verdicts.round_id, null) as round_id,
        if(verdicts.aborted_reason is null, null, verdicts.round_id) as aborted_observation_id,
        if(verdicts.aborted_reason is null, legacy_rows.reason_code, 'aborted') as reason_code,
    from {{ ref('int_legacy_round_rows') }} as legacy_rows
    left join verdicts on verdicts.round_id = legacy_rows.observation_id

),

lua_rows as (

    select
        arrival_id,
        server,
        row_name,
        row_sha256 as raw_sha256,
        map_name,
        if(round_number in (1, 2), round_number, null) as stated_round_number,
        round_start_unix,
        round_end_unix,
        received_at,
        round_id,
        aborted_observation_id,
        reason_code,
    from {{ ref('int_legacy_lua_rows__linked') }}

),

rows_of_both as (

    select * from round_rows
    union all by name
    select * from lua_rows

)

select
    *,
    if(reason_code in ('map_missing', 'stamp_impossible', 'end_missing'), 'failed', 'ok') as parse_status,
    case
        when round_id is not null then 'linked_round_id'
        when reason_code in ('several_rounds_fit', 'several_rows_fit', 'ambiguous') then 'ambiguous'
        else 'unlinked'
    end as link_status,
    if(round_id is null, null, 'low') as confidence,
from rows_of_both
