-- One of the last builds, with how it ended
with

builds as (

    select * from {{ ref('stg_operations__builds') }}

),

results as (

    select * from {{ ref('stg_operations__build_results') }}

),

newest as (

    select *
    from builds
    order by started_at desc, build_id
    limit 50

)

select
    ---------- ids
    newest.build_id::varchar as build_id,

    ---------- text
    newest.lane::varchar as lane,
    case
        when newest.is_current and newest.lane = 'full' then 'made this page: all its tests passed'
        when newest.is_current then 'made this page'
        when results.is_complete and newest.lane = 'full' then 'complete: all its tests passed'
        when results.is_complete then 'complete'
        when results.build_id is null then 'did not finish'
        else 'failed'
    end::varchar as result_text,
    results.failures::varchar as failures,

    ---------- booleans
    newest.is_current::boolean as is_current,
    coalesce(results.is_complete, newest.is_current)::boolean as is_complete,

    ---------- times
    newest.as_of::timestamptz as as_of,
    newest.started_at::timestamptz as started_at,
    results.finished_at::timestamptz as finished_at,
from newest
left join results on results.build_id = newest.build_id
