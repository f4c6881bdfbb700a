-- One round with the longest time that a player of it was in play, by his own clock (minutes, in tenths)
{{ config(materialized='view') }}

with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

player_rounds as (

    select
        round_id,
        max(minutes_played) filter (difference_mode <> 'reset') as longest_minutes,
    from {{ ref('int_player_rounds__differenced') }}
    group by all

)

select
    rounds.round_id,
    case
        -- the file of a second half holds both rounds; its limit is the time that the first one took
        when rounds.round_number = 2 and rounds.first_half_file_id is null and rounds.longest_minutes > rounds.timelimit_seconds / 60.0
            then rounds.longest_minutes - rounds.timelimit_seconds / 60.0
        else player_rounds.longest_minutes
    end::double as longest_minutes,
from rounds
left join player_rounds on player_rounds.round_id = rounds.round_id
