-- One player against another over the halves of a map
{{ config(materialized='exchanged') }}

with

versus as (

    select * from {{ rows_in_scope('fct_versus') }}
    where subject_player_id is not null and opponent_player_id is not null

),

rounds as (

    select round_id, match_id from {{ rows_in_scope('fct_rounds') }}

),

matches as (

    select match_id, order_at from {{ rows_in_scope('fct_matches') }}

),

names as (

    select match_id, player_id, player_name from {{ rows_in_scope('fct_player_matches') }}

),

summed as (

    select
        rounds.match_id,
        versus.subject_player_id,
        versus.opponent_player_id,
        sum(versus.kills) as kills,
        sum(versus.deaths) as deaths,
        count(distinct versus.round_id) as round_count,
    from versus
    inner join rounds on rounds.round_id = versus.round_id
    group by all

)

select
    ---------- ids
    summed.match_id::varchar as match_id,
    summed.subject_player_id::varchar as subject_player_id,
    summed.opponent_player_id::varchar as opponent_player_id,

    ---------- text
    coalesce(subjects.player_name, summed.subject_player_id)::varchar as subject_name,
    coalesce(opponents.player_name, summed.opponent_player_id)::varchar as opponent_name,

    ---------- numbers
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    summed.round_count::integer as round_count,

    ---------- times
    matches.order_at::timestamptz as order_at,
from summed
inner join matches on matches.match_id = summed.match_id
left join names as subjects on subjects.match_id = summed.match_id and subjects.player_id = summed.subject_player_id
left join names as opponents on opponents.match_id = summed.match_id and opponents.player_id = summed.opponent_player_id
