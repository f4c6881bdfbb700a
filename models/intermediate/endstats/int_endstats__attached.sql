-- One endstats table and the only round of its server and map whose end lies within 30 s of it (docs/contracts/identity.md §4);
-- two are ambiguous, none is unlinked, and the stated round number plays no part in it
with

observations as (

    select * from {{ ref('int_endstats__observations') }}

),

-- both ends on the server's own clock: what was written by one clock needs no time zone, not even in the doubled hour
rounds as (

    select
        round_id,
        server,
        map_name,
        round_number,
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
        observations.observation_key,
        round_minutes.round_id,
        round_minutes.round_number,
        abs(epoch(observations.stamp_local) - epoch(round_minutes.ended_local)) as offset_seconds,
    from observations
    inner join round_minutes
        on round_minutes.server = observations.server
        and round_minutes.map_name = observations.map_name
        and round_minutes.minute_local = date_trunc('minute', observations.stamp_local)
    where abs(epoch(observations.stamp_local) - epoch(round_minutes.ended_local)) <= 30

),

counted as (

    select
        observation_key,
        count(*) as candidate_count,
        any_value(round_id) as round_id,
        any_value(round_number) as round_number,
        any_value(offset_seconds) as offset_seconds,
    from candidates
    group by all

),

linked as (

    select
        observations.observation_key,
        observations.content_key,
        observations.server,
        observations.map_name,
        observations.file_id,
        observations.file_name,
        observations.raw_sha256,
        observations.stated_round_number,
        observations.sound_line_count,
        observations.stamp_local,
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
    from observations
    left join counted on counted.observation_key = observations.observation_key

)

select
    *,
    coalesce(round_number <> stated_round_number, false) as is_round_number_overruled,
    -- several tables of one round: the fullest counts
    round_id is not null and row_number() over (
        partition by round_id
        order by sound_line_count desc, stamp_local, raw_sha256, observation_key
    ) = 1 as is_counted,
from linked
