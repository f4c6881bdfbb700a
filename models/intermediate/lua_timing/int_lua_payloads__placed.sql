-- One round payload that counts and can be read, with its server or without: one whose own words do not tell it takes the server of the
-- only stats observation that it fits, by map, end and players (docs/contracts/identity.md §4). Whatever has no server makes no round.
with

payloads as (

    select * from {{ ref('int_lua_payloads__known') }}

),

webhook_servers as (

    select * from {{ ref('int_webhook_servers') }}

),

shared_webhooks as (

    select distinct webhook_id
    from webhook_servers

),

stats_observations as (

    select * from {{ ref('int_stats_observations__timed') }}
    where stamp_at is not null

),

payload_minutes as (

    select
        payloads.arrival_id,
        payloads.webhook_id,
        payloads.map_name,
        payloads.guids,
        payloads.ended_at,
        shared_webhooks.webhook_id is not null as is_webhook_configured,
        {{ minutes_touched(
            'payloads.ended_at - interval ' ~ stamp_before_end_seconds() ~ ' seconds',
            'payloads.ended_at + interval ' ~ stamp_after_end_seconds() ~ ' seconds',
        ) }} as stamp_minute,
    from payloads
    left join shared_webhooks on shared_webhooks.webhook_id = payloads.webhook_id
    where payloads.server is null

),

players as (

    select
        observations.round_id,
        list(lines.line_player_id) as player_ids,
    from stats_observations as observations
    inner join {{ ref('stg_stats_files__players') }} as lines on lines.file_id = observations.file_id
    where lines.line_defect is null
    group by all

),

-- the players of another server play another round, whatever map and time it has
fitting as (

    select
        payload_minutes.arrival_id,
        payload_minutes.webhook_id,
        payload_minutes.is_webhook_configured,
        stats_observations.server,
        stats_observations.round_id,
    from payload_minutes
    inner join stats_observations
        on stats_observations.map_name = payload_minutes.map_name
        and date_trunc('minute', stats_observations.stamp_at) = payload_minutes.stamp_minute
    left join players on players.round_id = stats_observations.round_id
    where epoch(stats_observations.stamp_at) - epoch(payload_minutes.ended_at)
        between -{{ stamp_before_end_seconds() }} and {{ stamp_after_end_seconds() }}
        and (
            players.round_id is null
            or len(list_intersect(list_transform(payload_minutes.guids, lambda guid: left(guid, 8)), players.player_ids)) * 2 >= len(payload_minutes.guids)
        )

),

-- a webhook that is configured speaks for its own servers only
told_by_stats as (

    select
        fitting.arrival_id,
        any_value(fitting.server) as server,
    from fitting
    left join webhook_servers
        on webhook_servers.webhook_id = fitting.webhook_id
        and webhook_servers.server = fitting.server
    where webhook_servers.server is not null or not fitting.is_webhook_configured
    group by fitting.arrival_id
    having count(*) = 1

)

select
    payloads.* exclude (server),
    coalesce(payloads.server, told_by_stats.server) as server,
    coalesce(payloads.server, told_by_stats.server) || '|lua|' || payloads.map_name || '|' || payloads.round_end_unix as lua_key,
    row_number() over (
        partition by coalesce(payloads.server, told_by_stats.server), payloads.map_name, payloads.round_end_unix
        order by payloads.source, payloads.raw_sha256, payloads.arrival_id
    ) as authority_rank,
from payloads
left join told_by_stats on told_by_stats.arrival_id = payloads.arrival_id
