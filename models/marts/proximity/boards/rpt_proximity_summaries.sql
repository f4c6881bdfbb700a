with

rounds as (

    select * from {{ ref('fct_proximity_rounds') }}

),

page_rounds as (

    select * from {{ ref('int_proximity__page_rounds') }}

),

support as (

    select
        file_id,
        sum(frame_count) as frame_count,
        sum(supported_frame_count) as supported_frame_count,
    from {{ ref('fct_proximity_support') }}
    group by all

),

lives as (

    select
        file_id,
        sum(life_count) as life_count,
    from {{ ref('fct_proximity_player_rounds') }}
    group by all

),

best_pairs as (

    select * from {{ ref('rpt_proximity_pairs') }}
    where place = 1 and kill_count > 0

),

summed as (

    select
        page_rounds.scope_kind,
        page_rounds.scope_id,
        arg_min(rounds.round_id, {'at': rounds.order_at, 'round': rounds.round_id}) as anchor_round_id,
        count(*) as round_count,
        sum(rounds.fight_count) as fight_count,
        sum(rounds.escape_count) as escape_count,
        sum(rounds.crossfire_count) as crossfire_count,
        sum(rounds.tradeable_death_count) as tradeable_death_count,
        sum(rounds.traded_death_count) as traded_death_count,
        sum(rounds.isolated_death_count) as isolated_death_count,
        sum(rounds.trade_opportunity_count) as trade_opportunity_count,
        sum(lives.life_count) as life_count,
        sum(support.frame_count) as frame_count,
        sum(support.supported_frame_count) as supported_frame_count,
        count(*) filter (rounds.is_truncated) as truncated_round_count,
        max(rounds.order_at) as order_at,
    from page_rounds
    inner join rounds on rounds.file_id = page_rounds.file_id
    left join support on support.file_id = page_rounds.file_id
    left join lives on lives.file_id = page_rounds.file_id
    group by page_rounds.scope_kind, page_rounds.scope_id

)

select
    ---------- ids
    summed.scope_kind::varchar as scope_kind,
    summed.scope_id::varchar as scope_id,
    summed.anchor_round_id::varchar as anchor_round_id,

    ---------- text
    {{ proximity_line() }}::varchar as summary_text,
    best_pairs.player_name::varchar as best_duo_player_name,
    best_pairs.mate_player_name::varchar as best_duo_mate_player_name,
    {{ sample_confidence('summed.fight_count') }}::varchar as fight_confidence,
    {{ sample_confidence('summed.tradeable_death_count') }}::varchar as trade_confidence,
    {{ sample_confidence('summed.crossfire_count') }}::varchar as crossfire_confidence,
    {{ sample_confidence('summed.life_count') }}::varchar as life_confidence,

    ---------- numbers
    summed.round_count::integer as round_count,
    summed.truncated_round_count::integer as truncated_round_count,
    summed.fight_count::integer as fight_count,
    {{ percent_of('summed.escape_count', 'summed.fight_count') }} as escape_percent,
    summed.crossfire_count::integer as crossfire_count,
    summed.tradeable_death_count::integer as tradeable_death_count,
    {{ percent_of('summed.traded_death_count', 'summed.tradeable_death_count') }} as traded_percent,
    {{ percent_of('summed.isolated_death_count', 'summed.tradeable_death_count') }} as isolated_percent,
    summed.trade_opportunity_count::integer as trade_opportunity_count,
    coalesce(summed.life_count, 0)::integer as life_count,
    {{ percent_of('summed.supported_frame_count', 'summed.frame_count') }} as support_percent,
    best_pairs.kill_count::integer as best_duo_kill_count,

    ---------- times
    summed.order_at::timestamptz as order_at,
from summed
left join best_pairs on best_pairs.scope_kind = summed.scope_kind and best_pairs.scope_id = summed.scope_id
