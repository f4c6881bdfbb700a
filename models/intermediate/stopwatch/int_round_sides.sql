-- One round with the sides that defended and won, and how sure that is (docs/contracts/score.md §3 and §4)
with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

stated as (

    select * from {{ ref('int_round_sides__stated') }}

),

with_statements as (

    select
        rounds.round_id,
        rounds.round_role,
        rounds.timelimit_seconds,
        rounds.legacy_arrival_id,
        -- measured means a clock that ran with the round: the Lua playtime or header field 8
        coalesce(rounds.lua_playtime_seconds, rounds.playtime_seconds) as measured_seconds,
        coalesce(rounds.first_half_round_id, rounds.second_half_round_id) as other_round_id,
        rounds.second_half_round_id,
        defenders.stated_side as stated_defender_side,
        coalesce(defenders.stated_state, 'absent') as defender_state,
        defenders.stated_by as defender_stated_by,
        winners.stated_side as stated_winner_side,
        coalesce(winners.stated_state, 'absent') as winner_state,
        winners.stated_by as winner_stated_by,
    from rounds
    left join stated as defenders
        on defenders.round_id = rounds.round_id
        and defenders.side_kind = 'defender'
    left join stated as winners
        on winners.round_id = rounds.round_id
        and winners.side_kind = 'winner'

),

with_other_round as (

    select
        this_round.*,
        -- Lua writes a limit in thousandths of a minute, a header in whole seconds
        second_half.timelimit_seconds < this_round.timelimit_seconds - 0.5 as is_second_half_limit_shorter,
        -- the map's defender does not change between its rounds
        this_round.defender_state = 'absent' and other_round.stated_defender_side is not null as is_defender_derived,
        coalesce(
            this_round.stated_defender_side,
            if(this_round.defender_state = 'absent', other_round.stated_defender_side, null)
        ) as defender_side,
    from with_statements as this_round
    left join with_statements as other_round on other_round.round_id = this_round.other_round_id
    left join with_statements as second_half on second_half.round_id = this_round.second_half_round_id

),

derived as (

    select
        *,
        case
            when winner_state <> 'absent' or defender_side is null then null
            when measured_seconds >= timelimit_seconds - 1 then 'held_to_the_limit'
            when round_role = 'first_half' and is_second_half_limit_shorter then 'second_half_limit_shorter'
        end as winner_rule,
        coalesce(
            stated_winner_side,
            case winner_rule
                when 'held_to_the_limit' then defender_side
                when 'second_half_limit_shorter' then 3 - defender_side
            end
        )::tinyint as winner_side,
    from with_other_round

),

judged as (

    select
        *,
        case
            when defender_state = 'conflict' or winner_state = 'conflict' then 'sources_contradict'
            when defender_state = 'invalid' or winner_state = 'invalid' then 'invalid_value'
            when defender_side is null and winner_side is null then 'both_missing'
            when defender_side is null then 'defender_missing'
            when winner_side is null then 'winner_missing'
            when winner_side <> defender_side and measured_seconds > timelimit_seconds + 2 then 'times_contradict'
            when round_role = 'first_half' and winner_side = defender_side and is_second_half_limit_shorter then 'times_contradict'
            -- unless a person stated both, nothing proves what a row says or what follows from it
            when legacy_arrival_id is not null and not coalesce(defender_stated_by = 'annotated' and winner_stated_by = 'annotated', false) then 'legacy_row'
            when is_defender_derived and winner_rule is not null then 'defender_of_other_round_and_' || winner_rule
            when is_defender_derived then 'defender_of_other_round'
            when winner_rule is not null then winner_rule
            when 'annotated' in (defender_stated_by, winner_stated_by) then 'annotated'
            when defender_stated_by = winner_stated_by then defender_stated_by
            else 'header_and_payload'
        end as score_confidence_reason,
    from derived

)

select
    round_id,
    defender_side::tinyint as defender_side,
    winner_side,
    {{ side_name('defender_side') }} as defender_side_name,
    {{ side_name('winner_side') }} as winner_side_name,
    defender_state,
    winner_state,
    is_defender_derived,
    winner_rule,
    measured_seconds,
    case
        when score_confidence_reason in ('sources_contradict', 'invalid_value', 'times_contradict', 'legacy_row') then 'ambiguous'
        when score_confidence_reason in ('both_missing', 'defender_missing', 'winner_missing') then 'missing'
        when is_defender_derived or winner_rule is not null then 'time_fallback'
        else 'verified_header'
    end as score_confidence,
    score_confidence_reason,
from judged
