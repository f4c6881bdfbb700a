-- One versus row of an endstats table without versus headers whose blocks have exactly one assignment to players
-- in which all rows mirror each other (docs/formats/endstats-files.md §12.2)
-- materialized, or the search would build them again at each of its steps
with recursive

candidates as materialized (

    select
        *,
        {{ duel_code('subject', 'opponent', 'kills', 'deaths') }} as duel,
        {{ duel_code('opponent', 'subject', 'deaths', 'kills') }} as mirrored_duel,
    from {{ ref('int_endstats__versus_candidates') }}

),

-- Runs of rows that may be the block of one player: as many as there are rows about him, nobody twice, most kills first.
-- Players are bits.
blocks as materialized (

    select
        first_rows.content_key,
        first_rows.row_number as first_row,
        first_rows.row_count,
        first_rows.subject,
        first_rows.block_size,
        1 << first_rows.subject as subject_bit,
        bit_or(1 << block_rows.opponent) as opponent_bits,
        list(block_rows.duel) as duels,
        list(block_rows.mirrored_duel) as mirrored_duels,
    from candidates as first_rows
    inner join candidates as block_rows
        on block_rows.content_key = first_rows.content_key
        and block_rows.subject = first_rows.subject
    where block_rows.row_number between first_rows.row_number and first_rows.row_number + first_rows.block_size - 1
    group by all
    having count(*) = first_rows.block_size
        and bit_count(opponent_bits) = first_rows.block_size
        and list(block_rows.kills order by block_rows.row_number) = list(block_rows.kills order by block_rows.kills desc)

),

-- Block by block, every way to read the table so far. One side and the other are the sides as far as they are known.
readings as (

    select
        content_key,
        row_count,
        first_row + block_size as next_row,
        subject_bit as placed_bits,
        subject_bit as one_side,
        opponent_bits as other_side,
        0::bigint as mirrored_count,
        duels,
        [subject] as subjects,
        [first_row] as first_rows,
    from blocks
    where first_row = 1

    union all

    select
        blocks.content_key,
        blocks.row_count,
        blocks.first_row + blocks.block_size as next_row,
        readings.placed_bits | blocks.subject_bit as placed_bits,
        readings.one_side
        | if(readings.other_side & blocks.opponent_bits > 0, blocks.subject_bit, 0)
        | if(readings.other_side & blocks.subject_bit > 0, blocks.opponent_bits, 0) as one_side,
        readings.other_side
        | if(readings.one_side & blocks.opponent_bits > 0, blocks.subject_bit, 0)
        | if(readings.one_side & blocks.subject_bit > 0, blocks.opponent_bits, 0) as other_side,
        readings.mirrored_count + bit_count(blocks.opponent_bits & readings.placed_bits) as mirrored_count,
        list_concat(readings.duels, blocks.duels) as duels,
        list_append(readings.subjects, blocks.subject) as subjects,
        list_append(readings.first_rows, blocks.first_row) as first_rows,
    from readings
    inner join blocks
        on blocks.content_key = readings.content_key
        and blocks.first_row = readings.next_row
    where readings.placed_bits & blocks.subject_bit = 0
        -- whoever has his block already has told his part of the duel
        and len(list_intersect(readings.duels, blocks.mirrored_duels)) = bit_count(blocks.opponent_bits & readings.placed_bits)
        -- nobody fights his own side, and all opponents are of one side
        and not (readings.one_side & blocks.subject_bit > 0 and readings.one_side & blocks.opponent_bits > 0)
        and not (readings.other_side & blocks.subject_bit > 0 and readings.other_side & blocks.opponent_bits > 0)
        and not (readings.one_side & blocks.opponent_bits > 0 and readings.other_side & blocks.opponent_bits > 0)
    -- too many ways to read it: no single one of them would be certain
    qualify count(*) over (partition by blocks.content_key) <= 1024

),

-- every duel is told twice, and only one reading does that
only_readings as (

    select
        content_key,
        any_value(subjects) as subjects,
        any_value(first_rows) as first_rows,
    from readings
    where next_row = row_count + 1 and mirrored_count * 2 = row_count
    group by all
    having count(*) = 1

),

assigned_blocks as (

    select
        content_key,
        unnest(subjects) as subject,
        unnest(first_rows) as first_row,
    from only_readings

)

select
    candidates.content_key,
    candidates.table_row,
    candidates.subject_name,
from assigned_blocks
inner join candidates
    on candidates.content_key = assigned_blocks.content_key
    and candidates.subject = assigned_blocks.subject
where candidates.row_number between assigned_blocks.first_row and assigned_blocks.first_row + candidates.block_size - 1
