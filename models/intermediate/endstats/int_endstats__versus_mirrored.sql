-- One versus row of an endstats table without versus headers whose blocks have exactly one assignment to players
-- in which all rows mirror each other (docs/formats/endstats-files.md §12.2)
{{ config(
    materialized='incremental',
    incremental_strategy='append',
    pre_hook="{{ forget_unasked('int_endstats__observations', 'content_key') }}",
) }}

with recursive

candidates as (

    select
        *,
        {{ duel_code('subject', 'opponent', 'kills', 'deaths') }} as duel,
        {{ duel_code('opponent', 'subject', 'deaths', 'kills') }} as mirrored_duel,
        1 << subject as subject_bit,
        1 << opponent as opponent_bit,
    from {{ ref('int_endstats__versus_candidates') }}
    {{ only_missing('content_key') }}

),

-- Row by row, every way to read the rows so far. Players are bits: placed have their block, answered stand in the current block,
-- one_side and other_side are the two sides as far as they are known.
readings as (

    select
        content_key,
        row_number,
        row_count,
        subject,
        kills as last_kills,
        subject_bit as placed,
        opponent_bit as answered,
        subject_bit as one_side,
        opponent_bit as other_side,
        [duel] as duels,
        [subject] as subjects,
    from candidates
    where row_number = 1

    union all

    select
        candidates.content_key,
        candidates.row_number,
        candidates.row_count,
        candidates.subject,
        candidates.kills as last_kills,
        readings.placed | candidates.subject_bit as placed,
        if(candidates.subject = readings.subject, readings.answered, 0) | candidates.opponent_bit as answered,
        readings.one_side
        | if(readings.other_side & candidates.opponent_bit > 0, candidates.subject_bit, 0)
        | if(readings.other_side & candidates.subject_bit > 0, candidates.opponent_bit, 0) as one_side,
        readings.other_side
        | if(readings.one_side & candidates.opponent_bit > 0, candidates.subject_bit, 0)
        | if(readings.one_side & candidates.subject_bit > 0, candidates.opponent_bit, 0) as other_side,
        list_append(readings.duels, candidates.duel) as duels,
        list_append(readings.subjects, candidates.subject) as subjects,
    from readings
    inner join candidates
        on candidates.content_key = readings.content_key
        and candidates.row_number = readings.row_number + 1
    where
        case
            -- the block goes on: kills do not increase and nobody appears twice
            when candidates.subject = readings.subject
                then candidates.kills <= readings.last_kills and readings.answered & candidates.opponent_bit = 0
            -- a new block: its player had none, and the block before answered every earlier row about its own player
            else readings.placed & candidates.subject_bit = 0
                and len(list_filter(readings.duels, lambda duel: duel // 1000000 % 100 = readings.subject))
                = bit_count(readings.answered & readings.placed)
        end
        -- a player whose block is over has said his part of this duel
        and (readings.placed & candidates.opponent_bit = 0 or list_contains(readings.duels, candidates.mirrored_duel))
        -- nobody fights his own side
        and bit_count(readings.one_side & (candidates.subject_bit | candidates.opponent_bit)) < 2
        and bit_count(readings.other_side & (candidates.subject_bit | candidates.opponent_bit)) < 2
    -- too many ways to read it: none of them would be the only one that a person could check
    qualify count(*) over (partition by candidates.content_key) <= 1024

),

-- every duel is told twice
consistent as (

    select
        content_key,
        subjects,
    from readings
    where row_number = row_count
        and len(
            list_filter(
                duels,
                lambda duel: not list_contains(
                    duels,
                    {{ duel_code('(duel // 1000000 % 100)', '(duel // 100000000)', '(duel % 1000)', '(duel // 1000 % 1000)') }}
                )
            )
        ) = 0

),

only_assignments as (

    select
        content_key,
        any_value(subjects) as subjects,
    from consistent
    group by all
    having count(*) = 1

),

assigned_rows as (

    select
        content_key,
        unnest(subjects) as subject,
        unnest(range(1, len(subjects) + 1)) as row_number,
    from only_assignments

)

select
    candidates.content_key,
    candidates.table_row,
    candidates.subject_name,
from assigned_rows
inner join candidates
    on candidates.content_key = assigned_rows.content_key
    and candidates.row_number = assigned_rows.row_number
    and candidates.subject = assigned_rows.subject
