-- One round that can be posted or still change in a post: played in an evening within the last days, with its short key and what told of it
with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

rounds as (

    select * from {{ ref('fct_rounds') }}
    where session_id is not null
        and order_at > (select as_of from builds) - {{ post_horizon() }}

),

keys as (

    select * from {{ ref('bdg_round_fingerprints') }}
    where fingerprint_level = 'short_key' and is_unique_overall

),

told as (

    select
        round_id,
        bool_or(source = 'stats_file' and parse_status <> 'failed') as has_stats_file,
        bool_or(source in ('stats_ready', 'gametime_fallback')) as has_lua,
    from {{ ref('fct_round_events') }}
    where round_id is not null
        and order_at > (select as_of from builds) - {{ post_horizon() }} - interval 1 day
    group by round_id

)

select
    -- whether a file landed does not say whether it could be read
    rounds.* exclude (has_stats_file, has_lua),
    -- a short key that two rounds share finds neither
    coalesce(keys.fingerprint, rounds.round_id) as round_key,
    coalesce(rounds.ended_at, rounds.order_at) as happened_at,
    told.has_stats_file,
    told.has_lua,
    row_number() over (partition by rounds.session_id order by rounds.order_at, rounds.round_id) = 1 as is_first_of_session,
    row_number() over (partition by rounds.session_id order by rounds.order_at desc, rounds.round_id desc) = 1 as is_last_of_session,
from rounds
inner join told on told.round_id = rounds.round_id
left join keys on keys.round_id = rounds.round_id
where told.has_stats_file or told.has_lua
