-- One stats observation with the possible instants of its local stamp: one as a rule, two in the doubled hour, none in the skipped one
{{ config(materialized='view') }}

with

files as (

    select * from {{ ref('int_stats_files__current') }}

),

servers as (

    select * from {{ ref('int_servers') }}

),

zoned as (

    select
        files.file_id,
        files.round_id,
        files.server,
        files.map_name,
        files.round_number,
        files.timelimit_seconds,
        files.nexttime_seconds,
        files.stamp_local,
        files.remote_modified_at,
        coalesce(servers.time_zone, 'UTC') as time_zone,
    from files
    left join servers on servers.server = files.server

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
