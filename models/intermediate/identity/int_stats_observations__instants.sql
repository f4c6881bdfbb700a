-- One stats observation with the instant of its stamp, or the reason why there is none (docs/contracts/time.md §2)
with

readings as (

    select * from {{ ref('int_stats_observations__readings') }}

),

lua_ends as (

    select distinct
        server,
        map_name,
        ended_at,
    from {{ ref('int_lua_payloads__known') }}
    where server is not null

),

-- only a stamp of the doubled hour has an open question
doubled as (

    select
        round_id,
        server,
        map_name,
        unnest([first_reading_at, last_reading_at]) as reading_at,
    from readings
    where first_reading_at <> last_reading_at

),

lua_end_minutes as (

    select
        *,
        {{ minutes_touched(
            'ended_at - interval ' ~ stamp_before_end_seconds() ~ ' seconds',
            'ended_at + interval ' ~ stamp_after_end_seconds() ~ ' seconds',
        ) }} as stamp_minute,
    from lua_ends

),

-- the reading that fits the end that Lua measured in UTC, if only one does
measured as (

    select
        doubled.round_id,
        min(doubled.reading_at) as measured_at,
    from doubled
    inner join lua_end_minutes
        on lua_end_minutes.server = doubled.server
        and lua_end_minutes.map_name = doubled.map_name
        and lua_end_minutes.stamp_minute = date_trunc('minute', doubled.reading_at)
    where epoch(doubled.reading_at) - epoch(lua_end_minutes.ended_at)
        between -{{ stamp_before_end_seconds() }} and {{ stamp_after_end_seconds() }}
    group by doubled.round_id
    having count(distinct doubled.reading_at) = 1

),

-- else the clock of the machine that stored the file, where it lies within five minutes of one reading
stored as (

    select
        readings.*,
        case
            when first_reading_at = last_reading_at then first_reading_at
            when measured.measured_at is not null then measured.measured_at
            when abs(epoch(remote_modified_at) - epoch(first_reading_at)) <= 300 then first_reading_at
            when abs(epoch(remote_modified_at) - epoch(last_reading_at)) <= 300 then last_reading_at
        end as known_at,
    from readings
    left join measured on measured.round_id = readings.round_id

),

-- only evenings with an open question need the chains
open_evenings as (

    select distinct
        server,
        (stamp_local - interval 12 hours)::date as evening,
    from stored
    where known_at is null

),

possible as (

    select
        stored.*,
        unnest(list_distinct(if(known_at is null, [first_reading_at, last_reading_at], [known_at]))) as possible_at,
    from stored
    inner join open_evenings
        on open_evenings.server = stored.server
        and open_evenings.evening = (stored.stamp_local - interval 12 hours)::date
    where first_reading_at is not null

),

-- a reading that puts a first half before its second half (docs/contracts/score.md §6)
chains as (

    select
        first_half.round_id as first_half_round_id,
        first_half.possible_at as first_half_at,
        second_half.round_id as second_half_round_id,
        second_half.possible_at as second_half_at,
    from possible as first_half
    inner join possible as second_half
        on second_half.server = first_half.server
        and second_half.map_name = first_half.map_name
        and second_half.timelimit_seconds = first_half.nexttime_seconds
        and second_half.possible_at > first_half.possible_at
        and second_half.possible_at <= first_half.possible_at + {{ pairing_window() }}
    where first_half.round_number = 1
        and second_half.round_number = 2
        and (first_half.known_at is null or second_half.known_at is null)

),

chained as (

    select first_half_round_id as round_id, first_half_at as chained_at from chains
    union
    select second_half_round_id as round_id, second_half_at as chained_at from chains

),

only_chain as (

    select
        round_id,
        min(chained_at) as chained_at,
    from chained
    group by all
    having count(*) = 1

)

select
    stored.round_id,
    stored.time_zone,
    coalesce(stored.known_at, only_chain.chained_at) as stamp_at,
    case
        when coalesce(stored.known_at, only_chain.chained_at) is not null then null
        when stored.first_reading_at is null then 'skipped_local_hour'
        else 'ambiguous_local_hour'
    end as stamp_unavailable_reason,
    -- for the order of play only: without a better clue the earlier reading, which keeps rounds of one hour in their order
    coalesce(stored.known_at, only_chain.chained_at, stored.first_reading_at, timezone(stored.time_zone, stored.stamp_local)) as order_at,
from stored
left join only_chain on only_chain.round_id = stored.round_id
