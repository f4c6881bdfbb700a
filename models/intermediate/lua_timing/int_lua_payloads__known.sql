-- One round payload that counts and can be read, with its server where its own words tell it: as it was landed, by its webhook,
-- or by the only gametimes file with the same map, start and end (docs/contracts/identity.md §4)
with

payloads as (

    select * from {{ ref('int_lua_payloads__versions') }}
    where is_current and is_readable

),

webhook_servers as (

    select
        webhook_id,
        count(*) as server_count,
        any_value(server) as server,
    from {{ ref('int_webhook_servers') }}
    group by all

),

configured as (

    select
        payloads.* exclude (server),
        coalesce(payloads.server, if(webhook_servers.server_count = 1, webhook_servers.server, null)) as server,
    from payloads
    left join webhook_servers on webhook_servers.webhook_id = payloads.webhook_id

),

told_by_gametimes as (

    select
        map_name,
        round_start_unix,
        round_end_unix,
        any_value(server) as server,
    from configured
    where source = 'gametime_fallback' and round_start_unix is not null
    group by all
    having count(distinct server) = 1

)

select
    configured.* exclude (server),
    coalesce(configured.server, told_by_gametimes.server) as server,
    make_timestamptz(configured.round_end_unix * 1000000) as ended_at,
from configured
left join told_by_gametimes
    on told_by_gametimes.map_name = configured.map_name
    and told_by_gametimes.round_start_unix = configured.round_start_unix
    and told_by_gametimes.round_end_unix = configured.round_end_unix
