{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ ref('int_round_contexts') }}

),

people as (

    select * from {{ ref('int_player_rounds') }}

),

player_rounds as (

    select * from {{ ref('int_player_rounds__differenced') }}

),

timed as (

    select
        rounds.*,
        people.player_id,
        people.side,
        player_rounds.* exclude (round_id, file_id, side),
        -- seconds are decimals, so that sums do not depend on their order
        case
            when round(abs(player_rounds.minutes_played - rounds.duration_seconds / 60), 6) <= 0.15 then rounds.duration_seconds
            else player_rounds.minutes_played * 60
        end::decimal(12, 3) as played_seconds,
    from rounds
    inner join player_rounds on player_rounds.round_id = rounds.round_id
    inner join people
        on people.round_id = player_rounds.round_id
        and people.line_player_id = player_rounds.line_player_id

),

with_alive_time as (

    select
        * exclude (alive_percent),
        -- alive time is kept as the two parts of a share, so that it adds up over rounds
        (alive_percent / 100 * played_seconds)::decimal(18, 6) as alive_weighted_seconds,
        if(alive_percent is null, null, played_seconds) as alive_known_seconds,
        -- the field is right in the newest writers only; before, the share of alive time is the better source
        case
            when time_dead_minutes is not null then least(time_dead_minutes * 60, played_seconds)
            else (1 - alive_percent / 100) * played_seconds
        end::decimal(18, 6) as time_dead_seconds,
        case
            when time_dead_minutes is not null then 'dead_time_field'
            when alive_percent is not null then 'alive_percent'
        end as time_dead_source,
    from timed

)

select
    ---------- ids
    round_id::varchar as round_id,
    player_id::varchar as player_id,
    line_player_id::varchar as line_player_id,
    match_id::varchar as match_id,
    session_id::varchar as session_id,
    server::varchar as server,

    ---------- text
    player_name::varchar as player_name,
    map_name::varchar as map_name,
    {{ side_name('side') }}::varchar as side_name,
    case
        when side = team_a_side then 'A'
        when side <> team_a_side then 'B'
    end::varchar as team,
    difference_mode::varchar as difference_mode,
    not_counted_reason::varchar as not_counted_reason,
    time_dead_source::varchar as time_dead_source,

    ---------- numbers
    round_number::tinyint as round_number,
    side::tinyint as side,
    minutes_played::double as minutes_played,
    {% for name in player_number_columns() -%}
    {{ name }}::{{ player_number_type(name) }} as {{ name }},
    {% endfor -%}
    {{ player_metrics() }}

    ---------- booleans
    is_bot::boolean as is_bot,
    is_counted::boolean as is_counted,

    ---------- times
    ended_at::timestamptz as ended_at,
    order_at::timestamptz as order_at,
    played_on::date as played_on,
from with_alive_time
