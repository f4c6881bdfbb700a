-- One proximity file that counts for its name, and the only round of its server and map whose end lies within 30 s of its own
-- (docs/contracts/identity.md §4): two are ambiguous, none is unlinked. Neither the stated round number nor an equal start plays a part in it.
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

rounds as (

    select
        round_id,
        server,
        map_name,
        round_number,
        ended_at,
        coalesce(timezone(time_zone, ended_at), {{ round_end_of_stamp('stamp_local') }}) as ended_local,
    from {{ ref('int_rounds') }}

),

-- minutes that the window around an end touches, so that the join has something to be equal on
round_minutes as (

    select
        *,
        unnest(list_distinct([
            date_trunc('minute', ended_local - interval 30 seconds),
            date_trunc('minute', ended_local + interval 30 seconds)
        ])) as minute_local,
    from rounds
    where ended_local is not null

),

candidates as (

    select
        ends.file_id,
        round_minutes.round_id,
        round_minutes.round_number,
        -- instants where both are known, else clocks
        coalesce(
            abs(epoch(ends.ended_at) - epoch(round_minutes.ended_at)),
            abs(epoch(ends.ended_local) - epoch(round_minutes.ended_local))
        ) as offset_seconds,
    from ends
    inner join round_minutes
        on round_minutes.server = ends.server
        and round_minutes.map_name = ends.map_name
        and round_minutes.minute_local = date_trunc('minute', ends.ended_local)

),

counted as (

    select
        file_id,
        count(*) as candidate_count,
        any_value(round_id) as round_id,
        any_value(round_number) as round_number,
        any_value(offset_seconds) as offset_seconds,
    from candidates
    where offset_seconds <= 30
    group by all

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
        coalesce(counted.candidate_count, 0)::integer as candidate_count,
        if(counted.candidate_count = 1, counted.round_id, null) as round_id,
        if(counted.candidate_count = 1, counted.round_number, null) as round_number,
        if(counted.candidate_count = 1, counted.offset_seconds, null) as offset_seconds,
        case
            when counted.candidate_count is null then 'unlinked'
            when counted.candidate_count = 1 then 'linked_round_id'
            else 'ambiguous'
        end as link_status,
        case
            when counted.candidate_count > 1 then null
            when counted.offset_seconds <= 5 then 'high'
            when counted.offset_seconds <= 30 then 'medium'
        end as confidence,
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
