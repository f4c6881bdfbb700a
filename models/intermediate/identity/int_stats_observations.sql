-- One stats observation: a stats file that counts, or one that only a filename trigger named so far (docs/contracts/identity.md §4)
with

files as (

    select * from {{ ref('int_stats_files__current') }}

),

versions as (

    select distinct
        server,
        file_stem,
    from {{ ref('int_stats_files__versions') }}

),

triggers as (

    select * from {{ ref('int_filename_triggers') }}
    where is_current
        and file_kind = 'stats'
        and server is not null
        and map_name is not null
        and stamp_local is not null

),

-- what landed speaks for itself, also when a person quarantined it
named_only as (

    select
        triggers.server,
        triggers.file_stem || '.txt' as file_name,
        triggers.file_stem,
        {{ short_id("triggers.server || '|' || triggers.file_stem") }} as round_id,
        triggers.map_name,
        triggers.stated_round_number as round_number,
        false as is_readable,
        0 as line_count,
        0 as bot_count,
        triggers.stamp_local,
        false as has_file,
    from triggers
    left join versions on versions.server = triggers.server and versions.file_stem = triggers.file_stem
    where versions.file_stem is null
    qualify row_number() over (partition by triggers.server, triggers.file_stem order by triggers.arrival_id) = 1

)

select *, true as has_file from files
union all by name
select * from named_only
