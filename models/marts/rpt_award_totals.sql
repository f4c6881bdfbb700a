-- One person and one award in one period: how often it was his, and his best
with

awards as (

    select * from {{ ref('fct_awards') }}
    where player_id is not null

),

rounds as (

    select * from {{ ref('fct_rounds') }}

),

names as (

    select * from {{ ref('dim_players') }}

),

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

in_periods as (

    select
        awards.*,
        rounds.played_on,
        {{ in_periods('rounds.order_at', 'rounds.played_on', 'builds.as_of') }},
    from awards
    inner join rounds on rounds.round_id = awards.round_id
    cross join builds

),

summed as (

    select
        period_kind,
        period,
        player_id,
        award,
        any_value(award_label) as award_label,
        any_value(unit) as unit,
        any_value(sort_order) as sort_order,
        count(*) as award_count,
        max(value_number) as best_value,
        arg_max(value_text, {'value': value_number, 'round': round_id}) as best_value_text,
        arg_max(round_id, {'value': value_number, 'round': round_id}) as best_round_id,
    from in_periods
    where period_kind is not null
    group by period_kind, period, player_id, award

)

select
    ---------- ids
    summed.player_id::varchar as player_id,
    summed.award::varchar as award,
    summed.best_round_id::varchar as best_round_id,

    ---------- text
    summed.period_kind::varchar as period_kind,
    summed.period::varchar as period,
    names.player_name::varchar as player_name,
    summed.award_label::varchar as award_label,
    summed.unit::varchar as unit,
    summed.best_value_text::varchar as best_value_text,

    ---------- numbers
    summed.sort_order::integer as sort_order,
    summed.award_count::integer as award_count,
    summed.best_value::double as best_value,
from summed
inner join names on names.player_id = summed.player_id
