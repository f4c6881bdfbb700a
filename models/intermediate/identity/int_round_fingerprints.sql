-- One key under which a round is known: its id, its former keys, its file names and every fingerprint of its events (docs/contracts/identity.md §6)
with

rounds as (

    select * from {{ ref('int_rounds') }}

),

events as (

    select * from {{ ref('int_round_events') }}
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

)

select
    fingerprint,
    fingerprint_level,
    round_id,
    server,
    count(distinct round_id) over (partition by server, fingerprint) = 1 as is_unique,
    count(distinct round_id) over (partition by fingerprint) = 1 as is_unique_overall,
from distinct_keys
