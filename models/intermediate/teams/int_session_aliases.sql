-- One id under which a session is known: the hash of each of its rounds, so that an id survives an earlier round that arrives late
{{ config(materialized='view') }}

select
    {{ short_id("'session|' || round_id") }} as session_alias,
    session_id,
from {{ ref('fct_rounds') }}
where session_id is not null
