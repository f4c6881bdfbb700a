-- One side of one round row of an existing database that is not as the raw files have it, or that is not stored
with

legacy_rounds as (

    select * from {{ ref('int_legacy_rounds') }}
    where round_number in (0, 1, 2)

),

by_side as (

    select
        *,
        unnest(['defender', 'winner']) as side_kind,
        unnest([defender_team_text, winner_team_text]) as stored_text,
        unnest([defender_side, winner_side]) as proven_side,
        unnest([is_defender_proven, is_winner_proven]) as is_proven,
    from legacy_rounds

),

compared as (

    select
        *,
        {{ side_statement('stored_text') }} as stored_state,
        {{ side('stored_text') }} as stored_side,
        {{ side('defender_team_text') }} = winner_side and {{ side('winner_team_text') }} = defender_side and defender_side <> winner_side as is_inverted,
    from by_side

),

found as (

    select
        *,
        case
            when stored_state = 'absent' then 'missing'
            when stored_state = 'invalid' then 'invalid'
            when stored_side = proven_side or proven_side is null then null
            when is_inverted then 'inverted'
            when side_kind = 'winner' and round_number <> 1 and stored_side = first_half_winner_side then 'inherited_winner'
            else 'contradicting'
        end as finding,
        case
            when file_state = 'no_file' then 'file_missing'
            when file_state = 'aborted' then 'file_aborted'
            when proven_side is null then 'truth_unknown'
            when score_confidence = 'ambiguous' then 'truth_ambiguous'
            when not is_proven then 'truth_derived'
        end as not_proposed_reason,
    from compared

)

select * from found
where finding is not null
