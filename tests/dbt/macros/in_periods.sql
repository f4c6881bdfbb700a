-- A day lies in all time and in its season, and in the last 30 days when these hold it
with

examples (case_id, order_at, played_on, as_of, expected) as (

    values
        (1, timestamptz '2025-09-03 20:00:00Z', date '2025-09-03', timestamptz '2025-09-10 00:00:00Z', '2025-Q3, all_time, last_30_days'),
        (2, timestamptz '2025-06-30 23:30:00Z', date '2025-07-01', timestamptz '2025-09-10 00:00:00Z', '2025-Q3, all_time'),
        (3, timestamptz '2025-09-11 00:00:00Z', date '2025-09-11', timestamptz '2025-09-10 00:00:00Z', '2025-Q3, all_time')

),

unnested as (

    select
        case_id,
        expected,
        {{ in_periods('order_at', 'played_on', 'as_of') }},
    from examples

),

listed as (

    select
        case_id,
        expected,
        string_agg(period, ', ' order by period) as actual,
    from unnested
    where period_kind is not null
    group by all

)

select *
from listed
where actual is distinct from expected
