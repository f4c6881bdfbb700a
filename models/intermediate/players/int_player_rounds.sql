-- One person in one round: who he is and on which side he played. Two merged players who both played the round stay apart in it.
with

player_rounds as (

    select * from {{ ref('int_player_rounds__differenced') }}

),

identities as (

    select * from {{ ref('int_player_identities') }}

),

merged as (

    select
        player_rounds.round_id,
        player_rounds.line_player_id,
        player_rounds.player_name,
        player_rounds.is_bot,
        player_rounds.side,
        coalesce(identities.player_id, player_rounds.line_player_id) as merged_player_id,
    from player_rounds
    left join identities on identities.line_player_id = player_rounds.line_player_id

),

met as (

    select
        round_id,
        merged_player_id,
    from merged
    where merged_player_id in (select player_id from identities)
    group by all
    having count(*) > 1

)

select
    merged.* exclude (merged_player_id),
    met.round_id is not null as has_merge_conflict,
    if(met.round_id is null, merged.merged_player_id, merged.line_player_id) as player_id,
from merged
left join met
    on met.round_id = merged.round_id
    and met.merged_player_id = merged.merged_player_id
