-- Who does the most damage per minute this season?
-- gives: place, player, damage_per_minute, rounds, rounds_needed, season
with

latest as (

    select max(period) as season
    from rpt_leaderboards
    where period_kind = 'season'

)

select
    boards.place,
    boards.player_name as player,
    round(boards.value, 1) as damage_per_minute,
    boards.sample_size as rounds,
    boards.sample_minimum as rounds_needed,
    boards.period as season,
from latest
inner join rpt_leaderboards as boards on boards.period = latest.season
where boards.board = 'damage_per_minute'
order by boards.place, boards.player_name
