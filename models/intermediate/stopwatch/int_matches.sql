-- One map played: its first half, its second half if there was one, and what came of it (docs/contracts/score.md §6 and §7).
-- Whether it counts for the evening is decided with the teams.
with

rounds as (

    select * from {{ ref('int_rounds__counted') }}

),

sides as (

    select * from {{ ref('int_round_sides') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

described as (

    select
        rounds.*,
        outcomes.is_hold,
        sides.score_confidence,
        sides.score_confidence_reason,
        {{ confidence_rank('sides.score_confidence') }} as confidence_rank,
        sessions.session_id,
    from rounds
    inner join sides on sides.round_id = rounds.round_id
    inner join outcomes on outcomes.round_id = rounds.round_id
    inner join sessions on sessions.round_id = rounds.round_id

),

first_halves as (

    select * from described
    where round_role in ('first_half', 'superseded') or (round_number = 1 and not is_readable)

),

second_halves as (

    select * from described
    where round_number = 2

),

joined as (

    select
        coalesce(first_half.match_id, second_half.match_id) as match_id,
        coalesce(first_half.server, second_half.server) as server,
        coalesce(first_half.map_name, second_half.map_name) as map_name,
        coalesce(first_half.session_id, second_half.session_id) as session_id,
        coalesce(first_half.played_on, second_half.played_on) as played_on,
        coalesce(first_half.order_at, second_half.order_at) as order_at,
        coalesce(first_half.round_key, second_half.round_key) as match_key,
        first_half.round_id as first_half_round_id,
        second_half.round_id as second_half_round_id,
        {{ map_result('first_half.is_hold = false', 'second_half.is_hold = false') }} as map_result,
        if(
            second_half.is_hold = false or first_half.confidence_rank >= second_half.confidence_rank,
            second_half.score_confidence,
            first_half.score_confidence
        ) as weaker_confidence,
        if(
            second_half.is_hold = false or first_half.confidence_rank >= second_half.confidence_rank,
            second_half.score_confidence_reason,
            first_half.score_confidence_reason
        ) as weaker_confidence_reason,
        case
            when second_half.round_id is null then coalesce(first_half.not_counted_reason, 'second_half_missing')
            when first_half.round_id is null then coalesce(second_half.not_counted_reason, 'orphan_second_half')
            when first_half.not_counted_reason is not null then first_half.not_counted_reason
            when second_half.not_counted_reason is not null then second_half.not_counted_reason
            when map_result is null then 'result_unknown'
        end as not_counted_reason,
    from first_halves as first_half
    full outer join second_halves as second_half on second_half.match_id = first_half.match_id

)

select
    * exclude (weaker_confidence, weaker_confidence_reason),
    first_half_round_id is not null and second_half_round_id is not null as is_complete,
    if(is_complete, weaker_confidence, 'missing') as score_confidence,
    if(is_complete, weaker_confidence_reason, not_counted_reason) as score_confidence_reason,
    -- outside of every evening each stands for itself
    row_number() over (partition by coalesce(session_id, match_id) order by order_at, match_key)::integer as match_number,
from joined
