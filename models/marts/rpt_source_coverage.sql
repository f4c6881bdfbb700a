-- One kind of source and one half: how many rounds it told something about
with

rounds as (

    -- what only an existing database tells of was before any source
    select * from {{ ref('fct_rounds') }}
    where ingest_state <> 'source_legacy_only'

),

events as (

    select * from {{ ref('fct_round_events') }}

),

halves as (

    select
        server,
        round_number,
        count(*) as round_count,
        max(order_at) as newest_round_at,
    from rounds
    group by all

),

kinds as (

    select unnest(['stats_file', 'endstats_file', 'stats_ready', 'gametime_fallback', 'filename_trigger', 'proximity_file']) as source

),

told as (

    select
        rounds.server,
        rounds.round_number,
        events.source,
        count(distinct rounds.round_id) as covered_round_count,
        max(rounds.order_at) as newest_covered_at,
    from events
    inner join rounds on rounds.round_id = events.round_id
    group by all

)

select
    ---------- ids
    halves.server::varchar as server,
    kinds.source::varchar as source,

    ---------- numbers
    halves.round_number::tinyint as round_number,
    halves.round_count::integer as round_count,
    coalesce(told.covered_round_count, 0)::integer as covered_round_count,
    {{ percent_of('coalesce(told.covered_round_count, 0)', 'halves.round_count') }} as coverage_percent,

    ---------- times
    told.newest_covered_at::timestamptz as newest_covered_at,
from halves
cross join kinds
left join told
    on told.server = halves.server
    and told.round_number = halves.round_number
    and told.source = kinds.source
