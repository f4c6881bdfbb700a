-- One kind of finding about one existing database and one reason why no repair of it is proposed, or that one is
with

codes as (

    select * from {{ ref('legacy_findings') }}

),

reasons as (

    select * from {{ ref('dim_reasons') }}

),

findings as (

    select server, source_name, finding, is_proposed, not_proposed_reason, 1 as row_count, order_at from {{ ref('fct_legacy_side_findings') }}
    union all by name
    select server, source_name, finding, is_proposed, not_proposed_reason, 1 as row_count, order_at from {{ ref('fct_legacy_link_findings') }}
    union all by name
    select server, source_name, finding, false as is_proposed, null as not_proposed_reason, row_count, order_at from {{ ref('fct_legacy_stat_findings') }}

),

counted as (

    select
        server,
        source_name,
        finding,
        is_proposed,
        not_proposed_reason,
        count(*) as finding_count,
        sum(row_count) as row_count,
        max(order_at) as newest_at,
    from findings
    group by all

)

select
    ---------- ids
    counted.server::varchar as server,
    counted.source_name::varchar as source_name,
    counted.finding::varchar as finding,

    ---------- text
    codes.about::varchar as about,
    codes.severity::varchar as severity,
    codes.sentence::varchar as sentence,
    counted.not_proposed_reason::varchar as not_proposed_reason,
    -- a reason that is itself a kind of finding says no more than the finding
    case
        when counted.is_proposed then 'A repair is proposed.'
        when codes.about = 'stat' then 'Numbers are compared, never repaired.'
        when counted.not_proposed_reason = counted.finding then 'It is left alone.'
        else coalesce(reasons.sentence, counted.not_proposed_reason, 'It is left alone.')
    end::varchar as reason_sentence,

    ---------- numbers
    codes.sort_order::integer as sort_order,
    counted.finding_count::bigint as finding_count,
    counted.row_count::bigint as row_count,

    ---------- booleans
    counted.is_proposed::boolean as is_proposed,

    ---------- times
    counted.newest_at::timestamptz as newest_at,
from counted
left join codes on codes.finding = counted.finding
left join reasons on reasons.reason_code = counted.not_proposed_reason
