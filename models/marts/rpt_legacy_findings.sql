with

codes as (

    select * from {{ ref('legacy_findings') }}

),

findings as (

    select server, source_name, finding, is_proposed, 1 as row_count, order_at from {{ ref('fct_legacy_side_findings') }}
    union all by name
    select server, source_name, finding, is_proposed, 1 as row_count, order_at from {{ ref('fct_legacy_link_findings') }}
    union all by name
    select server, source_name, finding, false as is_proposed, row_count, order_at from {{ ref('fct_legacy_stat_findings') }}

)

select
    findings.server::varchar as server,
    findings.source_name::varchar as source_name,
    findings.finding::varchar as finding,
    any_value(codes.about)::varchar as about,
    any_value(codes.severity)::varchar as severity,
    any_value(codes.sentence)::varchar as sentence,
    any_value(codes.sort_order)::integer as sort_order,
    count(*)::bigint as finding_count,
    sum(findings.row_count)::bigint as row_count,
    count(*) filter (findings.is_proposed)::bigint as proposed_count,
    max(findings.order_at)::timestamptz as newest_at,
from findings
left join codes on codes.finding = findings.finding
group by all
