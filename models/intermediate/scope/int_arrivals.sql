-- One landed arrival that a round may be told by, with the time that its name or its content states. Further sources add their rows here.
with

servers as (

    select * from {{ ref('int_servers') }}

),

only_zone as (

    select if(count(distinct time_zone) = 1, any_value(time_zone), null) as time_zone
    from servers

),

webhook_servers as (

    select
        webhook_id,
        any_value(server) as server,
    from {{ ref('int_webhook_servers') }}
    group by all
    having count(*) = 1

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

    union all

    select
        {{ file_id() }} as arrival_id,
        'proximity_file' as source,
        server,
        {{ stamp_of_name("left(file_name, 10)", "substr(file_name, 12, 6)") }} as stamp_local,
    from {{ source('raw', 'proximity_files') }}
),

-- the second in which its round ended is part of a gametimes file's name
gametimes as (

    select
        {{ file_id() }} as arrival_id,
        'gametime_fallback' as source,
        {{ unix_seconds("regexp_extract(file_name, '-(\d{10})\.json$', 1)") }} as end_unix,
    from {{ source('raw', 'gametimes_files') }}

),

messages as (

    select
        {{ message_arrival_id() }} as arrival_id,
        {{ message_kind('content') }} as source,
        server,
        webhook_id,
        sent_at,
        regexp_extract(content, '`([^`]*\.txt)`', 1) as file_name,
        if(source = 'stats_ready', {{ payload_end_unix('embeds') }}, null) as end_unix,
    from {{ source('raw', 'discord_messages') }}

),

distinct_messages as (

    select
        messages.arrival_id,
        messages.source,
        min(coalesce(messages.server, webhook_servers.server)) as server,
        min(messages.sent_at) as sent_at,
        any_value(messages.file_name) as file_name,
        any_value(messages.end_unix) as end_unix,
    from messages
    left join webhook_servers on webhook_servers.webhook_id = messages.webhook_id
    group by messages.arrival_id, messages.source

),

-- halves and Lua rows of an existing database as they stood at the newest look; a change of them makes a build work on everything
legacy as (

    select arrival_id, server, stamp_local, null::timestamptz as ended_at
    from {{ ref('stg_legacy__rounds') }}
    where round_number in (1, 2)

    union all

    select arrival_id, server, null as stamp_local, ended_at
    from {{ ref('stg_legacy__lua_rounds') }}

),

placed as (

    select
        named.arrival_id,
        named.source,
        timezone(coalesce(servers.time_zone, 'UTC'), named.stamp_local) as arrival_at,
    from named
    left join servers on servers.server = named.server

    union all

    select
        arrival_id,
        source,
        make_timestamptz(end_unix * 1000000) as arrival_at,
    from gametimes

    union all

    select
        arrival_id,
        'stats_ready' as source,
        coalesce(make_timestamptz(end_unix * 1000000), sent_at) as arrival_at,
    from distinct_messages
    where source = 'stats_ready'

    union all

    -- without a server the stamp can be read only if all servers share one clock
    select
        messages.arrival_id,
        messages.source,
        coalesce(
            timezone(
                coalesce(servers.time_zone, if(messages.server is null, only_zone.time_zone, 'UTC')),
                {{ stamp_of_name("left(messages.file_name, 10)", "substr(messages.file_name, 12, 6)") }}
            ),
            messages.sent_at
        ) as arrival_at,
    from distinct_messages as messages
    left join servers on servers.server = messages.server
    cross join only_zone
    where messages.source = 'filename_trigger'

    union all

    select
        arrival_id,
        source,
        sent_at as arrival_at,
    from distinct_messages
    where source = 'other_message'

    union all

    select
        legacy.arrival_id,
        'legacy_row' as source,
        coalesce(legacy.ended_at, timezone(coalesce(servers.time_zone, 'UTC'), legacy.stamp_local)) as arrival_at,
    from legacy
    left join servers on servers.server = legacy.server

)

select
    arrival_id,
    source,
    {{ event_id('source', 'arrival_id') }} as event_id,
    arrival_at,
from placed
