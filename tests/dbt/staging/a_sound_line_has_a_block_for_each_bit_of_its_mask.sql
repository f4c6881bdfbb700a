-- One block for each weapon of the mask, no more and no less (docs/formats/stats-files.md §5)
with

lines as (

    select
        file_id,
        line_player_id,
        bit_count(weapon_mask) as bits,
    from {{ ref('stg_stats_files__players') }}
    where line_defect is null

),

blocks as (

    select
        file_id,
        line_player_id,
        count(*) as block_count,
    from {{ ref('stg_stats_files__weapons') }}
    group by all

)

select
    lines.*,
    blocks.block_count,
from lines
full outer join blocks
    on blocks.file_id = lines.file_id
    and blocks.line_player_id = lines.line_player_id
where coalesce(blocks.block_count, 0) is distinct from lines.bits
