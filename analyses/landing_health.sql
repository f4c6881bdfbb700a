-- What arrived each day, what was refused, and what was found wrong with it?
-- gives: received_on, stats_files, endstats_files, not_used, refused, refusal_reasons, errors, warnings, notes
with

landed as (

    select
        received_at::date as received_on,
        count(*) filter (kind = 'stats') as stats_files,
        count(*) filter (kind = 'endstats') as endstats_files,
        count(*) filter (not is_current) as not_used,
    from fct_raw_files
    group by all

),

refusals as (

    select
        received_at::date as received_on,
        reason,
        count(*) as refused,
    from fct_refusals
    group by all

),

refused as (

    select
        received_on,
        sum(refused) as refused,
        string_agg(refused || ' ' || reason, ', ' order by refused desc, reason) as refusal_reasons,
    from refusals
    group by all

),

arrivals as (

    select
        sha256,
        min(received_at)::date as received_on,
    from fct_raw_files
    group by all

),

found as (

    select
        arrivals.received_on,
        count(*) filter (checks.severity = 'error') as errors,
        count(*) filter (checks.severity = 'warn') as warnings,
        count(*) filter (checks.severity = 'info') as notes,
    from fct_round_checks as checks
    inner join arrivals on arrivals.sha256 = checks.raw_sha256
    group by all

)

select
    received_on,
    coalesce(landed.stats_files, 0) as stats_files,
    coalesce(landed.endstats_files, 0) as endstats_files,
    coalesce(landed.not_used, 0) as not_used,
    coalesce(refused.refused, 0)::integer as refused,
    refused.refusal_reasons,
    coalesce(found.errors, 0) as errors,
    coalesce(found.warnings, 0) as warnings,
    coalesce(found.notes, 0) as notes,
from landed
full join refused using (received_on)
full join found using (received_on)
order by received_on desc
