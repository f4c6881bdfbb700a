-- One side value of a round (its defender or its winner) as all sources together state it
with

statements as (

    select * from {{ ref('int_side_statements') }}

),

by_source as (

    select
        round_id,
        side_kind,
        max(side) filter (source = 'annotation') as annotated_side,
        max(side) filter (source = 'header') as header_side,
        max(side) filter (source = 'payload') as payload_side,
        max(side) filter (source = 'legacy_row') as legacy_side,
        bool_or(statement_state = 'invalid') as has_invalid,
    from statements
    group by all

)

select
    *,
    coalesce(annotated_side, header_side, payload_side, legacy_side) as stated_side,
    case
        when annotated_side is not null then 'stated'
        when header_side <> payload_side then 'conflict'
        when coalesce(header_side, payload_side, legacy_side) is not null then 'stated'
        when has_invalid then 'invalid'
        else 'absent'
    end as stated_state,
    case
        when annotated_side is not null then 'annotated'
        when header_side is not null and payload_side is not null then 'header_and_payload'
        when header_side is not null then 'header'
        when payload_side is not null then 'payload'
        when legacy_side is not null then 'legacy_row'
    end as stated_by,
from by_source
