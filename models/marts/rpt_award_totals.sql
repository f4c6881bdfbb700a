-- One person and one award in one period: how often it was his, and his best
with

awards as (

    select * from {{ ref('fct_awards') }}
    where player_id is not null

),

names as (

    select * from {{ ref('dim_players') }}

),

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

rounds as (

    select
        rounds.round_id,
        {{ season_of('rounds.played_on') }} as season,
        {{ is_recent('rounds.order_at', 'builds.as_of') }} as is_recent,
    from {{ ref('fct_rounds') }} as rounds
    cross join builds

),

summed_by_season as (

    select
        rounds.season,
        rounds.is_recent,
        awards.player_id,
        awards.award,
        any_value(awards.award_label) as award_label,
        any_value(awards.unit) as unit,
        any_value(awards.sort_order) as sort_order,
        count(*) as award_count,
        max({
            'has_value': awards.value_number is not null,
            'value': awards.value_number,
            'round': awards.round_id,
            'text': awards.value_text
        }) as best,
    from awards
    inner join rounds on rounds.round_id = awards.round_id
    group by all

),

in_periods as (

    select
        *,
        {{ periods_of('season', 'is_recent') }},
    from summed_by_season

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
        sum(award_count) as award_count,
        max(best) as best,
    from in_periods
    where period_kind is not null
    group by period_kind, period, player_id, award

)

select
    ---------- ids
    summed.player_id::varchar as player_id,
    summed.award::varchar as award,
    summed.best.round::varchar as best_round_id,

    ---------- text
    summed.period_kind::varchar as period_kind,
    summed.period::varchar as period,
    names.player_name::varchar as player_name,
    summed.award_label::varchar as award_label,
    summed.unit::varchar as unit,
    summed.best.text::varchar as best_value_text,

    ---------- numbers
    summed.sort_order::integer as sort_order,
    summed.award_count::integer as award_count,
    summed.best.value::double as best_value,
from summed
inner join names on names.player_id = summed.player_id
