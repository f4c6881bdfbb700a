-- One round with its part in a match. A second half belongs to the first half played directly before it on the same server and map,
-- within 45 minutes, whose time is its limit, and with at least half of its players in common, whoever told of either (docs/contracts/score.md §6).
with

rounds as (

    select * from {{ ref('int_rounds') }}

),

-- What cannot be read, or is known by its trigger alone, neither pairs nor stands between. Halves that only an existing database tells of pair
-- among themselves, where nothing else stands between them, and change nothing for the others.
in_play as (

    select *, false as is_with_legacy
    from rounds
    where is_readable

    union all

    select *, true as is_with_legacy
    from rounds
    where (is_readable or legacy_arrival_id is not null)
        and server in (select server from rounds where legacy_arrival_id is not null)

),

in_order as (

    select
        is_with_legacy,
        legacy_arrival_id,
        lag(legacy_arrival_id) over of_map as previous_legacy_arrival_id,
        round_id,
        file_id,
        round_number,
        timelimit_seconds,
        header_limit_seconds,
        lua_limit_seconds,
        order_at,
        lag(round_id) over of_map as previous_round_id,
        lag(if(has_sound_file, file_id, null)) over of_map as previous_file_id,
        lag(round_number) over of_map as previous_round_number,
        lag(nexttime_seconds) over of_map as previous_nexttime_seconds,
        lag(timelimit_seconds) over of_map as previous_timelimit_seconds,
        lag(lua_playtime_seconds) over of_map as previous_playtime_seconds,
        lag(order_at) over of_map as previous_order_at,
        lead(map_name) over of_server as next_map_name,
        lead(round_number) over of_server as next_round_number,
        lead(order_at) over of_server as next_order_at,
        map_name,
    from in_play
    window
        of_map as (partition by is_with_legacy, server, map_name order by order_at, round_key),
        of_server as (partition by is_with_legacy, server order by order_at, round_key)

),

-- the next time of the first half's header; without one, the time or the limit that Lua or the header state
compared as (

    select
        *,
        case
            when previous_nexttime_seconds is not null
                then least(
                    abs(timelimit_seconds - previous_nexttime_seconds),
                    coalesce(abs(lua_limit_seconds - previous_nexttime_seconds), 1000000)
                ) <= 1
            else least(
                abs(timelimit_seconds - previous_timelimit_seconds),
                abs(lua_limit_seconds - previous_timelimit_seconds),
                abs(timelimit_seconds - previous_playtime_seconds),
                abs(lua_limit_seconds - previous_playtime_seconds)
            ) <= 3
        end as fits_first_half,
    from in_order

),

candidates as (

    select
        round_id,
        file_id,
        previous_round_id,
        previous_file_id,
    from compared
    where is_with_legacy = (legacy_arrival_id is not null and previous_legacy_arrival_id is not null)
        and round_number = 2
        and previous_round_number = 1
        and order_at <= previous_order_at + {{ pairing_window() }}
        and fits_first_half

),

players as (

    select * from {{ ref('int_round_known_players') }}

),

rosters_in_common as (

    select
        candidates.round_id,
        count(*) as player_count,
        count(first_half.line_player_id) as common_count,
    from candidates
    inner join players as second_half on second_half.round_id = candidates.round_id
    left join players as first_half
        on first_half.round_id = candidates.previous_round_id
        and first_half.line_player_id = second_half.line_player_id
    -- of a first half without a file somebody must be known
    where candidates.previous_file_id is not null
        or candidates.previous_round_id in (select round_id from players)
    group by all

),

pairs as (

    select
        candidates.round_id,
        candidates.previous_round_id as first_half_round_id,
        candidates.previous_file_id as first_half_file_id,
    from candidates
    left join rosters_in_common using (round_id)
    where coalesce(common_count * 2 >= player_count, true)

),

replayed as (

    select round_id
    from in_order
    where is_with_legacy = (legacy_arrival_id is not null)
        and round_number = 1
        and next_round_number = 1
        and next_map_name = map_name
        and next_order_at <= order_at + {{ pairing_window() }}

)

select
    rounds.*,
    pairs.first_half_round_id,
    pairs.first_half_file_id,
    second_halves.round_id as second_half_round_id,
    case
        when rounds.round_number = 2 and pairs.round_id is not null then 'second_half'
        when rounds.round_number = 2 then 'orphan'
        when second_halves.round_id is null and replayed.round_id is not null then 'superseded'
        else 'first_half'
    end as round_role,
    coalesce(pairs.first_half_round_id, rounds.round_id) as match_id,
from rounds
left join pairs on pairs.round_id = rounds.round_id
left join pairs as second_halves on second_halves.first_half_round_id = rounds.round_id
left join replayed on replayed.round_id = rounds.round_id
