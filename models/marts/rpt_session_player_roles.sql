-- One player of an evening while he attacked, or while he defended
{{ config(materialized='exchanged') }}

with

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}
    where is_counted and not is_bot and session_id is not null

),

rounds as (

    select * from {{ rows_in_scope('fct_rounds') }}

),

sessions as (

    select * from {{ rows_in_scope('fct_sessions') }}

),

roles as (

    select
        player_rounds.*,
        if(player_rounds.side = rounds.defender_side, 'defence', 'attack') as stopwatch_role,
    from player_rounds
    inner join rounds on rounds.round_id = player_rounds.round_id
    where player_rounds.side is not null
        and rounds.defender_side is not null

),

summed as (

    select
        session_id,
        player_id,
        stopwatch_role,
        arg_max(player_name, {'at': order_at, 'round': round_id}) as player_name,
        count(*) as round_count,
        {{ player_sums() }}
    from roles
    group by session_id, player_id, stopwatch_role

)

select
    ---------- ids
    summed.session_id::varchar as session_id,
    summed.player_id::varchar as player_id,

    ---------- text
    summed.stopwatch_role::varchar as stopwatch_role,
    summed.player_name::varchar as player_name,

    ---------- numbers
    summed.round_count::integer as round_count,
    summed.played_seconds::decimal(12, 3) as played_seconds,
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    {{ per_minute('damage_given', 'played_seconds') }} as damage_per_minute,
    {{ kill_death_ratio('kills', 'deaths') }} as kill_death_ratio,

    ---------- times
    sessions.order_at::timestamptz as order_at,
from summed
inner join sessions on sessions.session_id = summed.session_id
