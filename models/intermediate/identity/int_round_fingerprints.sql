-- One key by which a round can be found: its id, its short key, its file's stem, the id and key it had before its file came, and the name and
-- the fingerprint of each of its arrivals. Of a round that only an existing database tells of also the name that its file would bear.
{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ ref('int_rounds') }}

),

events as (

    select * from {{ rows_in_scope('fct_round_events') }}
    where round_id is not null

),

keys as (

    select round_id, round_id as fingerprint, 'round_id' as fingerprint_level from rounds
    union all
    select round_id, left(round_id, 6) as fingerprint, 'short_key' as fingerprint_level from rounds
    union all
    select round_id, round_key as fingerprint, 'key' as fingerprint_level from rounds
    union all
    select round_id, lua_round_id as fingerprint, 'former_round_id' as fingerprint_level from rounds where lua_round_id <> round_id
    union all
    select round_id, 'lua|' || map_name || '|' || round_end_unix as fingerprint, 'key' as fingerprint_level from rounds where lua_round_id <> round_id
    union all
    select round_id, round_key || '.txt' as fingerprint, 'file_name' as fingerprint_level from rounds where legacy_arrival_id is not null
    union all
    select round_id, message_id as fingerprint, 'message_id' as fingerprint_level from events
    union all
    select round_id, lower(filename) as fingerprint, 'file_name' as fingerprint_level from events
    union all
    -- a Lua row of an existing database states a start and an end that may be another round's
    select round_id, round_fingerprint as fingerprint, fingerprint_level from events where source is distinct from 'legacy_row' or fingerprint_level = 'clock'

),

distinct_keys as (

    select distinct * from keys
    where fingerprint is not null

)

select
    distinct_keys.*,
    rounds.server,
    rounds.order_at,
from distinct_keys
inner join rounds on rounds.round_id = distinct_keys.round_id
