-- One arrival that this build works on: every arrival in the full lane; in the live lane those of each block of time that has one which
-- no complete build knows yet. A block ends where no arrival follows for hours, so nothing outside it bears on what is inside.
with

arrivals as (

    select
        *,
        coalesce(arrival_at, {{ time_of_the_timeless() }}) as placed_at,
    from {{ ref('int_arrivals') }}

),

built as (

    select distinct arrival_id
    from {{ source('raw', 'built_arrivals') }}

),

marked as (

    select
        arrivals.*,
        {% if is_live() -%}
        built.arrival_id is null as is_new,
        {%- else -%}
        true as is_new,
        {%- endif %}
        coalesce(
            arrivals.placed_at - lag(arrivals.placed_at) over (order by arrivals.placed_at, arrivals.arrival_id) > {{ block_gap() }},
            true
        ) as opens_block,
    from arrivals
    left join built on built.arrival_id = arrivals.arrival_id

),

blocks as (

    select
        * exclude (opens_block),
        sum(opens_block::integer) over (
            order by placed_at, arrival_id
            rows between unbounded preceding and current row
        ) as block_number,
    from marked

)

select
    arrival_id,
    source,
    event_id,
    arrival_at,
    placed_at,
    block_number,
from blocks
where block_number in (select block_number from blocks where is_new)
