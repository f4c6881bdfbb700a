-- One person who played in the last five evenings, against his own average
with

players as (

    select * from {{ ref('fct_session_players') }}

),

sessions as (

    select * from {{ ref('fct_sessions') }}

),

names as (

    select * from {{ ref('dim_players') }}

),

recent_sessions as (

    select session_id
    from sessions
    order by order_at desc, session_id
    limit 5

),

recent as (

    select
        players.player_id,
        count(*) as recent_session_count,
        sum(players.round_count) as recent_round_count,
        {{ per_minute('sum(players.damage_given)', 'sum(players.played_seconds)') }} as recent_damage_per_minute,
    from players
    inner join recent_sessions on recent_sessions.session_id = players.session_id
    group by all

),

overall as (

    select
        player_id,
        count(*) as session_count,
        {{ per_minute('sum(damage_given)', 'sum(played_seconds)') }} as own_damage_per_minute,
    from players
    group by all

)

select
    ---------- ids
    recent.player_id::varchar as player_id,

    ---------- text
    names.player_name::varchar as player_name,

    ---------- numbers
    recent.recent_session_count::integer as recent_session_count,
    recent.recent_round_count::integer as recent_round_count,
    overall.session_count::integer as session_count,
    recent.recent_damage_per_minute::double as recent_damage_per_minute,
    overall.own_damage_per_minute::double as own_damage_per_minute,
    (recent.recent_damage_per_minute - overall.own_damage_per_minute)::double as form_difference,
from recent
inner join overall on overall.player_id = recent.player_id
inner join names on names.player_id = recent.player_id
