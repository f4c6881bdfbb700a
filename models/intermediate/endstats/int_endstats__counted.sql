-- One endstats table that its round shows
with

attached as (

    select * from {{ ref('int_endstats__attached') }}
    where is_counted

),

rounds as (

    select
        round_id,
        file_id,
        order_at,
    from {{ ref('int_rounds') }}

)

select
    attached.round_id,
    attached.server,
    attached.content_key,
    rounds.file_id,
    rounds.order_at,
from attached
inner join rounds on rounds.round_id = attached.round_id
