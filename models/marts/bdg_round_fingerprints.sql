with

distinct_keys as (

    select * from {{ ref('int_round_fingerprints') }}

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
