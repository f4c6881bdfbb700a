-- One endstats table and the round that it attaches to by its end alone; the stated round number plays no part in it
with

observations as (

    select * from {{ ref('int_endstats__observations') }}

),

-- the stamp is written by the server's own clock
ends as (

    select
        observation_key,
        server,
        map_name,
        null::timestamptz as ended_at,
        stamp_local as ended_local,
    from observations

),

counted as (

    {{ rounds_ending_near('ends', 'observation_key') }}

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
        {{ link_of_candidates('counted') }}
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
