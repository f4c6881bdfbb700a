-- One stats observation with the possible instants of its local stamp: one as a rule, two in the doubled hour, none in the skipped one
{{ config(materialized='view') }}

with

observations as (

    select * from {{ ref('int_stats_observations') }}

),

servers as (

    select * from {{ ref('int_servers') }}

),

zoned as (

    select
        observations.round_id,
        observations.server,
        observations.map_name,
        observations.round_number,
        observations.timelimit_seconds,
        observations.nexttime_seconds,
        observations.stamp_local,
        observations.remote_modified_at,
        coalesce(servers.time_zone, 'UTC') as time_zone,
    from observations
    left join servers on servers.server = observations.server

),

read as (

    select
        *,
        {{ readings('stamp_local', 'time_zone') }} as possible_at,
    from zoned

)

select
    * exclude (possible_at),
    possible_at[1] as first_reading_at,
    possible_at[-1] as last_reading_at,
from read
