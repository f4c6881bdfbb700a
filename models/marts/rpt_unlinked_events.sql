with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

events as (

    select * from {{ ref('fct_round_events') }}
    where round_id is null

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

counted as (

    select
        coalesce(events.server, '-') as server,
        events.source,
        events.reason_code,
        count(*) as event_count,
        count(*) filter (events.order_at > builds.as_of - interval 24 hours and events.order_at <= builds.as_of) as event_count_24_hours,
        arg_max(coalesce(events.filename, events.message_id), {'at': events.order_at, 'id': events.event_id}) as newest_name,
        max(events.order_at) as newest_at,
    from events
    cross join builds
    group by all

)

select
    counted.server::varchar as server,
    counted.source::varchar as source,
    counted.reason_code::varchar as reason_code,
    reasons.sentence::varchar as sentence,
    counted.newest_name::varchar as newest_name,
    counted.event_count::integer as event_count,
    counted.event_count_24_hours::integer as event_count_24_hours,
    counted.newest_at::timestamptz as newest_at,
from counted
left join reasons on reasons.reason_code = counted.reason_code
