-- One filename trigger that counts of its message, with the server whose file it names: as it was landed, by its webhook,
-- or the only server with a file of that name
with

triggers as (

    select * from {{ ref('stg_lua_timing__triggers') }}

),

webhook_servers as (

    select
        webhook_id,
        count(*) as server_count,
        any_value(server) as server,
    from {{ ref('int_webhook_servers') }}
    group by all

),

files as (

    select distinct 'stats' as file_kind, server, file_stem from {{ ref('int_stats_files__versions') }}
    union all
    select distinct 'endstats' as file_kind, server, file_stem from {{ ref('int_endstats__file_versions') }}

),

-- names without a server can be compared only where all servers share one clock
only_zone as (

    select count(distinct time_zone) = 1 as is_only
    from {{ ref('int_servers') }}

),

file_servers as (

    select
        file_kind,
        file_stem,
        count(*) as server_count,
        any_value(server) as server,
    from files
    group by all

)

select
    triggers.* exclude (server),
    coalesce(
        triggers.server,
        if(webhook_servers.server_count = 1, webhook_servers.server, null),
        if(only_zone.is_only and file_servers.server_count = 1, file_servers.server, null)
    ) as server,
    -- an edited message counts as it was edited last
    row_number() over (
        partition by triggers.message_id
        order by triggers.is_file_name desc, triggers.edited_at desc nulls last, triggers.raw_sha256, triggers.arrival_id
    ) = 1 as is_current,
from triggers
left join webhook_servers on webhook_servers.webhook_id = triggers.webhook_id
cross join only_zone
left join file_servers on file_servers.file_kind = triggers.file_kind and file_servers.file_stem = triggers.file_stem
