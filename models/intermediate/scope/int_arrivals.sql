-- One landed arrival that a round may be told by, with the time that its name or its content states. Further sources add their rows here.
with

servers as (

    select * from {{ ref('int_servers') }}

),

named as (

    select
        {{ file_id() }} as arrival_id,
        'stats_file' as source,
        server,
        {{ stamp_of_name("left(file_name, 10)", "substr(file_name, 12, 6)") }} as stamp_local,
    from {{ source('raw', 'stats_files') }}

    union all

    select
        {{ file_id() }} as arrival_id,
        'endstats_file' as source,
        server,
        {{ stamp_of_name("left(file_name, 10)", "substr(file_name, 12, 6)") }} as stamp_local,
    from {{ source('raw', 'endstats_files') }}

)

select
    named.arrival_id,
    named.source,
    {{ event_id('named.source', 'named.arrival_id') }} as event_id,
    timezone(coalesce(servers.time_zone, 'UTC'), named.stamp_local) as arrival_at,
from named
left join servers on servers.server = named.server
