-- One half that an existing database has, and what it belongs to: the round of its file's name, the only round of its map that ended within 30 s
-- of it, or, where nothing else tells of it, a round of its own (docs/contracts/identity.md §7)
with

arrivals as (

    select * from {{ ref('int_arrivals__in_scope') }}
    where source = 'legacy_row'

),

servers as (

    select * from {{ ref('int_servers') }}

),

told as (

    select * from {{ ref('int_observations__told') }}

),

-- whatever landed under a name speaks for itself, also when it cannot be read or a person put it aside
landed as (

    select
        server,
        map_name,
        round_number,
        stamp_local,
        min(file_stem) as file_stem,
    from {{ ref('int_stats_files__versions') }}
    group by all

),

legacy_rows as (

    select
        legacy_rounds.*,
        coalesce(servers.time_zone, 'UTC') as time_zone,
        {{ readings('legacy_rounds.stamp_local', "coalesce(servers.time_zone, 'UTC')") }} as possible_at,
    from {{ ref('stg_legacy__rounds') }} as legacy_rounds
    inner join arrivals on arrivals.arrival_id = legacy_rounds.arrival_id
    left join servers on servers.server = legacy_rounds.server
    where legacy_rounds.round_number in (1, 2)

),

named as (

    select
        legacy_rows.* exclude (file_stem),
        coalesce(landed.file_stem, legacy_rows.file_stem) as round_key,
        landed.file_stem is not null as has_landed,
        told.round_id as named_round_id,
        -- a filename message names a round and tells nothing of it
        coalesce(told.has_file or told.lua_key is not null, false) as is_told,
    from legacy_rows
    left join landed
        on landed.server = legacy_rows.server
        and landed.map_name = legacy_rows.map_name
        and landed.round_number = legacy_rows.round_number
        and landed.stamp_local = legacy_rows.stamp_local
    left join told
        on told.server = legacy_rows.server
        and told.round_key = coalesce(landed.file_stem, legacy_rows.file_stem)

),

-- both ends on the server's own clock
told_minutes as (

    select
        round_id,
        server,
        map_name,
        round_key,
        coalesce(timezone(time_zone, ended_at), {{ round_end_of_stamp('stamp_local') }}) as ended_local,
        {{ minutes_touched(
            'ended_local - interval ' ~ same_round_seconds() ~ ' seconds',
            'ended_local + interval ' ~ same_round_seconds() ~ ' seconds',
        ) }} as end_minute,
    from told

),

near as (

    select
        named.arrival_id,
        abs(epoch(told_minutes.ended_local) - epoch({{ round_end_of_stamp('named.stamp_local') }})) as seconds_apart,
        told_minutes.round_id,
    from named
    inner join told_minutes
        on told_minutes.server = named.server
        and told_minutes.map_name = named.map_name
        and told_minutes.end_minute = date_trunc('minute', {{ round_end_of_stamp('named.stamp_local') }})
    where told_minutes.round_key <> named.round_key
        and abs(epoch(told_minutes.ended_local) - epoch({{ round_end_of_stamp('named.stamp_local') }})) <= {{ same_round_seconds() }}

),

near_counted as (

    select
        arrival_id,
        count(*) filter (seconds_apart <= {{ attach_seconds() }}) as fitting_count,
        min(round_id) filter (seconds_apart <= {{ attach_seconds() }}) as fitting_round_id,
    from near
    group by all

),

plays as (

    select server, map_name, began_at, ended_at from {{ ref('int_stats_plays') }}
    union all
    select server, map_name, began_at, ended_at from {{ ref('int_lua_observations') }} where not is_ghost

),

-- hours that a play touches, so that the join has something to be equal on; no play lasts longer than three
play_hours as (

    select
        *,
        unnest(generate_series(date_trunc('hour', greatest(began_at, ended_at - interval 3 hours)), date_trunc('hour', ended_at), interval 1 hour)) as played_hour,
    from plays

),

possible_ends as (

    select
        arrival_id,
        server,
        map_name,
        {{ round_end_of_stamp('unnest(possible_at)') }} as ended_at,
    from named

),

-- one server plays one round at a time
overlapping as (

    select distinct possible_ends.arrival_id
    from possible_ends
    inner join play_hours
        on play_hours.server = possible_ends.server
        and play_hours.map_name = possible_ends.map_name
        and play_hours.played_hour = date_trunc('hour', possible_ends.ended_at)
    where possible_ends.ended_at > play_hours.began_at + interval 5 seconds
        and possible_ends.ended_at < play_hours.ended_at - interval 5 seconds

),

placed as (

    select
        named.*,
        near_counted.fitting_round_id,
        case
            when named.map_name is null then 'map_missing'
            when named.stamp_local is null then 'stamp_impossible'
            when named.has_landed and named.named_round_id is null then 'quarantined'
            when named.is_told or near_counted.fitting_count = 1 then 'compared_only'
            when near_counted.fitting_count > 1 then 'several_rounds_fit'
            when near_counted.arrival_id is not null or overlapping.arrival_id is not null then 'overlaps_stats_round'
        end as placed_reason,
    from named
    left join near_counted on near_counted.arrival_id = named.arrival_id
    left join overlapping on overlapping.arrival_id = named.arrival_id

),

-- of rows about the same round one counts; of rounds too close to each other to be two none does
alone as (

    select
        arrival_id,
        row_number() over (partition by server, round_key order by row_sha256, source_name, row_key) = 1 as is_first,
        coalesce(
            stamp_local - max(stamp_local) over (
                partition by server, map_name order by stamp_local, round_number
                groups between unbounded preceding and 1 preceding
            ) <= interval {{ same_round_seconds() }} seconds
            or min(stamp_local) over (
                partition by server, map_name order by stamp_local, round_number
                groups between 1 following and unbounded following
            ) - stamp_local <= interval {{ same_round_seconds() }} seconds,
            false
        ) as is_crowded,
    from placed
    where placed_reason is null

)

select
    placed.arrival_id,
    placed.server,
    placed.source_name,
    placed.row_key,
    placed.row_sha256,
    placed.row_name,
    placed.map_name,
    placed.round_number,
    placed.round_key,
    placed.round_status_text,
    placed.defender_team_text,
    placed.winner_team_text,
    placed.timelimit_seconds,
    placed.nexttime_seconds,
    placed.time_zone,
    placed.stamp_local,
    placed.possible_at,
    placed.received_at,
    coalesce(alone.is_first and not alone.is_crowded, false) as stands_in,
    case
        when placed.is_told then placed.named_round_id
        when placed.placed_reason = 'compared_only' then placed.fitting_round_id
        when not alone.is_crowded then {{ short_id("placed.server || '|' || placed.round_key") }}
    end as observation_id,
    case
        when placed.placed_reason is not null then placed.placed_reason
        when alone.is_crowded then 'ambiguous'
        when alone.is_first then 'source_legacy_only'
        else 'row_repeated'
    end as reason_code,
from placed
left join alone on alone.arrival_id = placed.arrival_id
