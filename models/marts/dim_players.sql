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

)

select
    careers.player_id::varchar as player_id,
    coalesce(current_names.player_name, careers.player_id)::varchar as player_name,
    coalesce(current_names.name_count, 0)::integer as name_count,
    careers.guid_count::integer as guid_count,
    careers.round_count::integer as round_count,
    careers.counted_round_count::integer as counted_round_count,
    careers.session_count::integer as session_count,
    careers.played_seconds::decimal(18, 3) as played_seconds,
    careers.first_seen_on::date as first_seen_on,
    careers.last_seen_on::date as last_seen_on,
from careers
left join current_names on current_names.player_id = careers.player_id
