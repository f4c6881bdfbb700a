with

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}
    where not is_bot

),

names as (

    select * from {{ ref('int_player_names') }}

),

current_names as (

    select
        player_id,
        any_value(player_name) filter (is_current) as player_name,
        count(*) as name_count,
    from names
    group by all

),

careers as (

    select
        player_id,
        count(distinct line_player_id) as guid_count,
        count(*) as round_count,
        count(*) filter (is_counted) as counted_round_count,
        count(distinct session_id) as session_count,
        min(played_on) as first_seen_on,
        max(played_on) as last_seen_on,
        sum(played_seconds) filter (is_counted) as played_seconds,
    from player_rounds
    group by all

),

-- who played in a team of an evening is a person, also when no stats file holds his numbers
team_players as (

    select * from {{ ref('int_session_team_players') }}

),

sessions as (

    select * from {{ ref('fct_sessions') }}

),

without_numbers as (

    select
        team_players.player_id,
        arg_max(team_players.player_name, {'at': sessions.order_at, 'name': team_players.player_name}) as player_name,
        1 as guid_count,
        0 as round_count,
        0 as counted_round_count,
        count(distinct team_players.session_id) as session_count,
        min(sessions.played_on) as first_seen_on,
        max(sessions.played_on) as last_seen_on,
    from team_players
    inner join sessions on sessions.session_id = team_players.session_id
    left join careers on careers.player_id = team_players.player_id
    where careers.player_id is null
    group by team_players.player_id

),

people as (

    select * from careers
    union all by name
    select * from without_numbers

)

select
    people.player_id::varchar as player_id,
    coalesce(current_names.player_name, nullif(people.player_name, ''), people.player_id)::varchar as player_name,
    coalesce(current_names.name_count, 0)::integer as name_count,
    people.guid_count::integer as guid_count,
    people.round_count::integer as round_count,
    people.counted_round_count::integer as counted_round_count,
    people.session_count::integer as session_count,
    people.played_seconds::decimal(18, 3) as played_seconds,
    people.first_seen_on::date as first_seen_on,
    people.last_seen_on::date as last_seen_on,
from people
left join current_names on current_names.player_id = people.player_id
