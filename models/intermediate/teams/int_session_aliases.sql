-- One id under which a session is known: the hash of each of its rounds, by every id that the round had, so that an id survives an earlier
-- round or a better source that arrives late
{{ config(materialized='view') }}

with

rounds as (

    select * from {{ ref('fct_rounds') }}
    where session_id is not null

),

former_ids as (

    select * from {{ ref('int_round_fingerprints') }}
    where fingerprint_level = 'former_round_id'

)

select
    {{ short_id("'session|' || round_id") }} as session_alias,
    session_id,
from rounds

union

select
    {{ short_id("'session|' || former_ids.fingerprint") }} as session_alias,
    rounds.session_id,
from former_ids
inner join rounds on rounds.round_id = former_ids.round_id
