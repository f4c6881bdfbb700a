with

players as (

    select * from {{ ref('int_session_team_players') }}

),

names as (

    select * from {{ ref('int_player_names') }}
    where is_current

)

select
    players.session_id::varchar as session_id,
    players.team::varchar as team,
    players.player_id::varchar as player_id,
    coalesce(names.player_name, players.player_name)::varchar as player_name,
    players.round_count::integer as round_count,
    players.match_count::integer as match_count,
    players.is_substitute::boolean as is_substitute,
from players
left join names on names.player_id = players.player_id
