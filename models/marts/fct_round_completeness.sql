{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ rows_in_scope('fct_rounds') }}

),

events as (

    select * from {{ rows_in_scope('fct_round_events') }}
    where round_id is not null

),

weights as (

    select * from {{ ref('completeness_weights') }}

),

arrived as (

    select distinct
        round_id,
        source,
    from events

),

expected as (

    select
        rounds.round_id,
        weights.source,
        weights.weight,
        weights.sort_order,
        arrived.source is not null as has_arrived,
    from rounds
    cross join weights
    left join arrived on arrived.round_id = rounds.round_id and arrived.source = weights.source

),

summed as (

    select
        round_id,
        sum(weight) filter (has_arrived) as weight_arrived,
        sum(weight) as weight_expected,
        string_agg(source, ', ' order by sort_order) filter (not has_arrived and weight > 0) as missing_sources,
        {% for source in ['stats_file', 'endstats_file', 'stats_ready', 'gametime_fallback', 'filename_trigger', 'proximity_file'] -%}
        bool_or(has_arrived) filter (source = '{{ source }}') as has_{{ source }},
        {% endfor -%}
    from expected
    group by round_id

)

select
    rounds.round_id::varchar as round_id,
    rounds.server::varchar as server,
    rounds.map_name::varchar as map_name,
    rounds.session_id::varchar as session_id,
    summed.missing_sources::varchar as missing_sources,
    rounds.round_number::tinyint as round_number,
    (100.0 * coalesce(summed.weight_arrived, 0) / summed.weight_expected)::double as completeness_percent,
    {% for source in ['stats_file', 'endstats_file', 'stats_ready', 'gametime_fallback', 'filename_trigger', 'proximity_file'] -%}
    coalesce(summed.has_{{ source }}, false)::boolean as has_{{ source }},
    {% endfor -%}
    rounds.order_at::timestamptz as order_at,
    rounds.played_on::date as played_on,
from rounds
inner join summed on summed.round_id = rounds.round_id
