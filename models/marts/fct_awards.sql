-- One award of a round
{{ config(materialized='exchanged') }}

with

tables as (

    select * from {{ ref('int_endstats__counted') }}

),

awards as (

    select * from {{ ref('int_endstats__awards') }}
    where occurrence = 1 and not is_ignored

),

round_names as (

    select
        round_id,
        name_key,
        if(bool_and(is_only_bearer), any_value(player_id), null) as player_id,
    from {{ ref('int_endstats__round_names') }}
    group by all

),

resolved as (

    select
        tables.round_id,
        tables.server,
        tables.order_at,
        awards.*,
        round_names.player_id,
        case
            when round_names.player_id is not null then null
            when round_names.name_key is not null then 'name_not_unique'
            else 'name_unknown'
        end as player_unavailable_reason,
    from awards
    inner join tables on tables.content_key = awards.content_key
    left join round_names
        on round_names.round_id = tables.round_id
        and round_names.name_key = {{ name_key('awards.player_name') }}

)

select
    ---------- ids
    round_id::varchar as round_id,
    server::varchar as server,
    award::varchar as award,
    player_id::varchar as player_id,

    ---------- text
    award_label::varchar as award_label,
    player_name::varchar as player_name,
    player_unavailable_reason::varchar as player_unavailable_reason,
    value_text::varchar as value_text,
    unit::varchar as unit,
    scope::varchar as scope,
    file_name::varchar as file_name,
    raw_sha256::varchar as raw_sha256,

    ---------- numbers
    value_number::double as value_number,
    sort_order::integer as sort_order,
    line_number::integer as line_number,

    ---------- times
    order_at::timestamptz as order_at,
from resolved
