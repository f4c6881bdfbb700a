-- One name that one person used, and when
with

player_rounds as (

    select * from {{ ref('int_player_rounds') }}

),

rounds as (

    select * from {{ ref('int_rounds__paired') }}

)

select
    player_rounds.player_id,
    player_rounds.player_name,
    count(*)::integer as round_count,
    min(rounds.played_on) as first_used_on,
    max(rounds.played_on) as last_used_on,
    max(rounds.order_at) as last_used_at,
    row_number() over (
        partition by player_rounds.player_id
        order by max(rounds.order_at) desc, count(*) desc, player_rounds.player_name
    ) = 1 as is_current,
from player_rounds
inner join rounds on rounds.round_id = player_rounds.round_id
where not player_rounds.is_bot and player_rounds.player_name <> ''
group by player_rounds.player_id, player_rounds.player_name
