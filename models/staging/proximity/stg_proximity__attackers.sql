-- One attacker of an engagement (docs/formats/proximity-files.md §5.1)
{{ config(materialized='table') }}

with

engagements as (

    select
        file_id,
        line_number,
        engagement_id,
        string_split(attackers, '|') as items,
    from {{ ref('stg_proximity__engagements') }}
    where row_defect is null and attackers is not null

),

items as (

    select
        file_id,
        line_number,
        engagement_id,
        generate_subscripts(items, 1) as attacker_number,
        string_split(unnest(items), ',') as part,
    from engagements

)

select
    ---------- ids
    file_id,
    line_number,
    engagement_id,
    attacker_number::integer as attacker_number,

    ---------- text
    case
        when len(part) <> 9 then 'wrong_part_count'
        when not regexp_full_match(array_to_string([part[4], part[5], part[6], part[7]], ','), '(-?\d{1,9},){3}-?\d{1,9}') then 'not_a_number'
    end as item_defect,
    nullif(part[1], '') as guid,
    {{ clean_name('part[2]') }} as player_name,
    -- `weapon:hits;` repeated, `0:0` when no weapon is known
    nullif(part[9], '0:0') as weapon_hits,

    ---------- numbers
    {{ side_of_team('part[3]') }} as side,
    {{ strict_integer('part[4]') }} as damage,
    {{ strict_integer('part[5]') }} as hits,
    {{ strict_integer('part[6]') }} as first_hit_time,
    {{ strict_integer('part[7]') }} as last_hit_time,

    ---------- booleans
    part[8] = '1' as has_killed,
from items
