with

rounds as (

    select * from {{ ref('int_rounds') }}

),

events as (

    select * from {{ ref('fct_round_events') }}
    where round_id is not null

),

keys as (

    select round_id, server, round_id as fingerprint, 'round_id' as fingerprint_level from rounds
    union all
    select round_id, server, left(round_id, 6) as fingerprint, 'short_key' as fingerprint_level from rounds
    union all
    select round_id, server, round_key as fingerprint, 'key' as fingerprint_level from rounds
    union all
    select round_id, server, lower(filename) as fingerprint, 'file_name' as fingerprint_level from events
    union all
    select round_id, server, round_fingerprint as fingerprint, fingerprint_level from events

),

distinct_keys as (

    select distinct * from keys
    where fingerprint is not null

),

sharing as (

    select
        server,
        fingerprint,
        count(distinct round_id) as round_count,
    from distinct_keys
    group by all

),

sharing_overall as (

    select
        fingerprint,
        sum(round_count) as round_count,
    from sharing
    group by all

)

select
    distinct_keys.fingerprint::varchar as fingerprint,
    distinct_keys.round_id::varchar as round_id,
    distinct_keys.server::varchar as server,
    distinct_keys.fingerprint_level::varchar as fingerprint_level,
    (sharing.round_count = 1)::boolean as is_unique,
    (sharing_overall.round_count = 1)::boolean as is_unique_overall,
from distinct_keys
inner join sharing on sharing.server = distinct_keys.server and sharing.fingerprint = distinct_keys.fingerprint
inner join sharing_overall on sharing_overall.fingerprint = distinct_keys.fingerprint
