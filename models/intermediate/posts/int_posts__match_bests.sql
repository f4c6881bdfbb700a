-- One map with its best players over both halves, by damage per minute, each with the sides he played
with

player_matches as (

    select * from {{ rows_in_scope('fct_player_matches') }}
    where not is_total_only

),

matches as (

    select * from {{ rows_in_scope('fct_matches') }}

),

placed as (

    select
        player_matches.*,
        case coalesce(player_matches.first_half_side, 3 - player_matches.second_half_side)
            when matches.team_a_first_half_side then 'A'
            when 3 - matches.team_a_first_half_side then 'B'
        end as team,
        row_number() over (
            partition by player_matches.match_id
            order by player_matches.damage_per_minute desc nulls last, player_matches.kills desc, player_matches.player_id
        ) as place,
    from player_matches
    inner join matches on matches.match_id = player_matches.match_id

)

select
    match_id,
    list(
        {
            'name': player_name,
            'team': team,
            'kd': kills || '/' || deaths,
            'dpm': {{ whole_text('damage_per_minute') }},
            'sides': case
                when first_half_side is null and second_half_side is null then 'side unavailable'
                when first_half_side is null then 'second half only, ' || second_half_side_name
                when second_half_side is null then 'first half only, ' || first_half_side_name
                when first_half_side = second_half_side then first_half_side_name || ' in both'
                else first_half_side_name || ', then ' || second_half_side_name
            end
        }
        order by place
    ) as bests,
from placed
where place <= 5
group by match_id
