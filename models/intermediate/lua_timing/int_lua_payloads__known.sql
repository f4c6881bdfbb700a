-- One round payload that counts and can be read, with its server where its own words tell it: as it was landed, by its webhook,
-- or by the only gametimes file with the same map, start, end and players (docs/contracts/identity.md §4)
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

with_guids as (

    select
        *,
        list_distinct(regexp_extract_all(upper(concat_ws(' ', axis_text, allies_text)), '[0-9A-F]{32}')) as guids,
    from configured

),

-- two servers may end in the same second, so the players have to be the same as well
told_by_gametimes as (

    select
        messages.arrival_id,
        any_value(files.server) as server,
    from with_guids as messages
    inner join with_guids as files
        on files.map_name = messages.map_name
        and files.round_start_unix = messages.round_start_unix
        and files.round_end_unix = messages.round_end_unix
    where messages.server is null
        and files.source = 'gametime_fallback'
        and list_has_all(files.guids, messages.guids)
    group by messages.arrival_id
    having count(distinct files.server) = 1

)

select
    with_guids.* exclude (server),
    coalesce(with_guids.server, told_by_gametimes.server) as server,
    make_timestamptz(with_guids.round_end_unix * 1000000) as ended_at,
from with_guids
left join told_by_gametimes on told_by_gametimes.arrival_id = with_guids.arrival_id
