-- One award line of an endstats table with the award that it really is. The script writes two awards under the label of another one;
-- only the place in the table tells (docs/formats/endstats-files.md §12.3, rows 42 and 43).
with

award_lines as (

    select * from {{ ref('int_endstats__table_lines') }}
    where line_kind = 'award'

),

awards as (

    select * from {{ ref('awards') }}

),

labelled as (

    select
        award_lines.*,
        own.award as own_award,
        mislabelled.award as other_award,
        own.sort_order as own_order,
        max(own.sort_order) over (
            partition by content_key
            order by table_row
            rows between unbounded preceding and 1 preceding
        ) as order_so_far,
    from award_lines
    inner join awards as own on own.award_label = award_lines.award_label
    left join awards as mislabelled on mislabelled.written_as = award_lines.award_label

),

-- the place of the label is passed already, or the number is too small to be written at that place
passed as (

    select
        *,
        other_award is not null and (coalesce(order_so_far >= own_order, false) or value_number <= 1) as is_out_of_place,
    from labelled

),

placed as (

    select
        *,
        -- rows 42 and 43 stand together
        is_out_of_place
            or (other_award is not null and coalesce(lag(is_out_of_place) over (partition by content_key order by table_row), false))
            as is_mislabelled,
    from passed

),

resolved as (

    select
        placed.* exclude (own_award, other_award, own_order, order_so_far, is_out_of_place),
        if(is_mislabelled, other_award, own_award) as award,
    from placed

)

select
    resolved.observation_key,
    resolved.content_key,
    resolved.table_row,
    resolved.file_id,
    resolved.file_name,
    resolved.raw_sha256,
    resolved.line_number,
    resolved.award,
    awards.award_label,
    resolved.award_label as written_label,
    resolved.player_name,
    resolved.value_text,
    resolved.value_number,
    awards.unit,
    awards.scope,
    awards.sort_order,
    -- where the script has no number of this award it writes an earlier one again
    resolved.is_mislabelled and not awards.is_emitted as is_ignored,
    row_number() over (partition by resolved.content_key, resolved.award order by resolved.table_row)::integer as occurrence,
from resolved
inner join awards on awards.award = resolved.award
