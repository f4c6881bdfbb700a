-- One endstats file with its place in an observation. Files of one server, map and stated round within 5 s of the file before
-- are parts of one table, the first file first (docs/formats/endstats-files.md §12.1).
with

files as (

    select
        file_id,
        server,
        file_name,
        file_stem,
        raw_sha256,
        map_name,
        stated_round_number,
        sound_line_count,
        stamp_local,
    from {{ ref('int_endstats__files_current') }}

),

after_previous as (

    select
        *,
        coalesce(
            stamp_local > lag(stamp_local) over of_round + interval 5 seconds,
            true
        ) as starts_observation,
    from files
    window of_round as (partition by server, map_name, stated_round_number order by stamp_local, file_stem)

),

grouped as (

    select
        *,
        count(*) filter (starts_observation) over (
            partition by server, map_name, stated_round_number
            order by stamp_local, file_stem
        ) as observation_number,
    from after_previous

),

parts as (

    select
        * exclude (starts_observation, observation_number),
        server || '|' || first_value(file_stem) over of_observation as observation_key,
        row_number() over of_observation as part_number,
    from grouped
    window of_observation as (
        partition by server, map_name, stated_round_number, observation_number
        order by stamp_local, file_stem
    )

),

later_parts as (

    select distinct observation_key
    from parts
    where part_number > 1

),

labels_written_twice as (

    select written_as as award_label
    from {{ ref('awards') }}
    where written_as is not null

),

-- what stands in a table once: most awards, and the block of a player
once_only as (

    select
        lines.file_id,
        coalesce(lines.award_label, lines.guid) as said,
    from {{ ref('stg_endstats_files__lines') }} as lines
    left join labels_written_twice using (award_label)
    where labels_written_twice.award_label is null
        and lines.line_kind in ('award', 'versus_header')

),

said_in_parts as (

    select
        parts.file_id,
        parts.part_number > min(parts.part_number) over (partition by parts.observation_key, once_only.said) as is_said_again,
    from parts
    inner join later_parts using (observation_key)
    inner join once_only using (file_id)

),

-- a part that says something of an earlier part again does not continue the table but writes it anew
restating as (

    select distinct file_id
    from said_in_parts
    where is_said_again

),

tables as (

    select
        parts.*,
        1 + count(restating.file_id) over (partition by observation_key order by part_number) as table_number,
    from parts
    left join restating using (file_id)

),

fullest_tables as (

    select
        observation_key,
        table_number,
    from tables
    group by observation_key, table_number
    qualify row_number() over (
        partition by observation_key
        order by sum(sound_line_count) desc, table_number
    ) = 1

)

select
    tables.* replace (part_number::integer as part_number, tables.table_number::integer as table_number),
    fullest_tables.observation_key is not null as is_used,
from tables
left join fullest_tables
    on fullest_tables.observation_key = tables.observation_key
    and fullest_tables.table_number = tables.table_number
