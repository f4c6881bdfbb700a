-- One stats observation that was played, with the stretch of time in which it surely was: what is certain of its length, back from its end.
-- Without a known instant, at each of its readings.
{{ config(materialized='view') }}

with

observations as (

    select * from {{ ref('int_stats_observations__timed') }}
    where has_file

),

readings as (

    select * from {{ ref('int_stats_observations__readings') }}

),

pairs as (

    select
        spine.round_id,
        lua.began_at,
        lua.ended_at,
    from {{ ref('int_spine') }} as spine
    inner join {{ ref('int_lua_observations') }} as lua on lua.lua_key = spine.lua_key

),

lengths as (

    select
        observations.*,
        case
            when playtime_seconds is not null then playtime_seconds
            when winner_side <> defender_side and nexttime_seconds is not null then nexttime_seconds
            -- a second half's file holds the minutes of both halves, and its limit is the time of the first
            when round_number = 2 then longest_minutes * 60 - timelimit_seconds
            else longest_minutes * 60
        end as certain_seconds,
    from observations

),

ends as (

    select
        lengths.round_id,
        lengths.server,
        lengths.map_name,
        lengths.certain_seconds,
        pairs.began_at,
        unnest(list_distinct([
            coalesce(pairs.ended_at, {{ round_end_of_stamp('lengths.stamp_at') }}, {{ round_end_of_stamp('readings.first_reading_at') }}),
            coalesce(pairs.ended_at, {{ round_end_of_stamp('lengths.stamp_at') }}, {{ round_end_of_stamp('readings.last_reading_at') }})
        ])) as ended_at,
    from lengths
    inner join readings on readings.round_id = lengths.round_id
    left join pairs on pairs.round_id = lengths.round_id

)

select
    round_id,
    server,
    map_name,
    coalesce(began_at, ended_at - to_microseconds((greatest(coalesce(certain_seconds, 0), 0) * 1000000)::bigint)) as began_at,
    ended_at,
from ends
where ended_at is not null
