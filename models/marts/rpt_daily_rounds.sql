-- One day on one server: how much was played, and how well it is known
with

rounds as (

    select * from {{ ref('fct_rounds') }}

),

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}
    where not is_bot

),

played as (

    select
        server,
        played_on,
        count(*) as round_count,
        count(*) filter (is_counted) as counted_round_count,
        count(*) filter (winner_side is null) as winner_missing_count,
        count(*) filter (defender_side is null) as defender_missing_count,
        count(*) filter (score_confidence = 'verified_header') as verified_count,
        count(*) filter (score_confidence = 'time_fallback') as derived_count,
        count(*) filter (score_confidence = 'ambiguous') as ambiguous_count,
        count(*) filter (score_confidence = 'missing') as missing_count,
    from rounds
    group by all

),

active as (

    select
        server,
        played_on,
        count(distinct player_id) as player_count,
    from player_rounds
    group by all

)

select
    ---------- ids
    played.server::varchar as server,

    ---------- numbers
    played.round_count::integer as round_count,
    played.counted_round_count::integer as counted_round_count,
    coalesce(active.player_count, 0)::integer as player_count,
    played.winner_missing_count::integer as winner_missing_count,
    played.defender_missing_count::integer as defender_missing_count,
    played.verified_count::integer as verified_count,
    played.derived_count::integer as derived_count,
    played.ambiguous_count::integer as ambiguous_count,
    played.missing_count::integer as missing_count,

    ---------- times
    played.played_on::date as played_on,
from played
left join active
    on active.server = played.server
    and active.played_on = played.played_on
