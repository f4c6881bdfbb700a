-- One proximity file that counts for its name, and the round that it attaches to by its end alone: neither the stated round number nor an equal
-- start plays a part in it
with

files as (

    select * from {{ ref('int_proximity_files__versions') }}
    where is_current
        and map_name is not null
        and coalesce(round_end_unix::varchar, stamp_local::varchar) is not null

),

servers as (

    select * from {{ ref('int_servers') }}

),

-- both ends on the server's own clock, so that a round of the doubled hour has one too
ends as (

    select
        files.file_id,
        files.server,
        files.map_name,
        to_timestamp(files.round_end_unix) as ended_at,
        coalesce(timezone(servers.time_zone, to_timestamp(files.round_end_unix)), files.stamp_local) as ended_local,
    from files
    inner join servers on servers.server = files.server

),

counted as (

    {{ rounds_ending_near('ends', 'file_id') }}

),

linked as (

    select
        files.file_id,
        files.server,
        files.map_name,
        files.file_name,
        files.raw_sha256,
        files.stated_round_number,
        files.normalised_length,
        files.sound_line_count,
        files.round_start_unix,
        files.round_end_unix,
        ends.ended_local,
        {{ link_of_candidates('counted') }}
    from files
    inner join ends on ends.file_id = files.file_id
    left join counted on counted.file_id = files.file_id

)

select
    *,
    coalesce(round_number <> stated_round_number, false) as is_round_number_overruled,
    -- several files of one round: the fullest counts
    round_id is not null and row_number() over (
        partition by round_id
        order by sound_line_count desc, normalised_length desc, ended_local, raw_sha256, file_id
    ) = 1 as is_counted,
from linked
