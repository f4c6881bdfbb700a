with

fingerprints as (

    select * from {{ ref('int_round_fingerprints') }}

),

shared_overall as (

    select fingerprint
    from fingerprints
    group by all
    having min(round_id) <> max(round_id)

),

-- few are shared at all, and only those can be shared within a server
shared_within_server as (

    select
        fingerprints.server,
        fingerprints.fingerprint,
    from fingerprints
    semi join shared_overall on shared_overall.fingerprint = fingerprints.fingerprint
    group by all
    having min(fingerprints.round_id) <> max(fingerprints.round_id)

)

select
    fingerprints.fingerprint::varchar as fingerprint,
    fingerprints.round_id::varchar as round_id,
    fingerprints.server::varchar as server,
    fingerprints.fingerprint_level::varchar as fingerprint_level,
    (shared_within_server.fingerprint is null)::boolean as is_unique,
    (shared_overall.fingerprint is null)::boolean as is_unique_overall,
from fingerprints
left join shared_within_server
    on shared_within_server.server = fingerprints.server
    and shared_within_server.fingerprint = fingerprints.fingerprint
left join shared_overall on shared_overall.fingerprint = fingerprints.fingerprint
