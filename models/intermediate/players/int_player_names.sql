-- One name that one person used, and when
with

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}

)

select
    player_rounds.player_id,
    player_rounds.player_name,
    count(*)::integer as round_count,
    min(player_rounds.played_on) as first_used_on,
    max(player_rounds.played_on) as last_used_on,
    max(player_rounds.order_at) as last_used_at,
    row_number() over (
        partition by player_rounds.player_id
        order by max(player_rounds.order_at) desc, count(*) desc, player_rounds.player_name
    ) = 1 as is_current,
from player_rounds
where not player_rounds.is_bot and player_rounds.player_name <> ''
group by player_rounds.player_id, player_rounds.player_name
