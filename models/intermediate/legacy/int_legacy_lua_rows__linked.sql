-- One Lua row of an existing database and the only round of its server and map that ended within 30 s of it; a row attaches and states nothing
-- (docs/contracts/identity.md §7)
with

arrivals as (

    select * from {{ ref('int_arrivals__in_scope') }}
    where source = 'legacy_row'

),

lua_rows as (

    select lua_rounds.*
    from {{ ref('stg_legacy__lua_rounds') }} as lua_rounds
    inner join arrivals on arrivals.arrival_id = lua_rounds.arrival_id

),

played as (

    select * from {{ ref('int_observations__verdicts') }}
    where ended_at is not null

),

row_minutes as (

    select
        *,
        {{ minutes_touched(
            'ended_at - interval ' ~ attach_seconds() ~ ' seconds',
            'ended_at + interval ' ~ attach_seconds() ~ ' seconds',
        ) }} as end_minute,
    from lua_rows

),

candidates as (

    select
        row_minutes.arrival_id,
        row_minutes.server,
        row_minutes.source_name,
        count(*) filter (played.aborted_reason is null) as round_count,
        min(played.round_id) filter (played.aborted_reason is null) as round_id,
        min(played.round_id) filter (played.aborted_reason is not null) as aborted_observation_id,
    from row_minutes
    inner join played
        on played.server = row_minutes.server
        and played.map_name = row_minutes.map_name
        and date_trunc('minute', played.ended_at) = row_minutes.end_minute
    where abs(epoch(played.ended_at) - row_minutes.round_end_unix) <= {{ attach_seconds() }}
    group by all

),

-- one round has one end: of several rows of a database that fit it none is certain
rivals as (

    select
        *,
        if(round_count = 1, count(*) over (partition by server, source_name, round_count, round_id), null) as row_count,
    from candidates

),

judged as (

    select
        lua_rows.*,
        rivals.round_id as only_round_id,
        rivals.aborted_observation_id as cut_off_id,
        case
            when lua_rows.map_name is null then 'map_missing'
            when lua_rows.ended_at is null then 'end_missing'
            when rivals.round_count > 1 then 'several_rounds_fit'
            when rivals.row_count > 1 then 'several_rows_fit'
            when rivals.round_count = 1 then 'compared_only'
            when rivals.aborted_observation_id is not null then 'aborted'
            else 'no_round_fits'
        end as reason_code,
    from lua_rows
    left join rivals on rivals.arrival_id = lua_rows.arrival_id

)

select
    * exclude (only_round_id, cut_off_id),
    if(reason_code = 'compared_only', only_round_id, null) as round_id,
    if(reason_code = 'aborted', cut_off_id, null) as aborted_observation_id,
from judged
