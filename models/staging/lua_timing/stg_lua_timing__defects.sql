-- One value of a round payload that cannot be read, or a part of it that is missing
with

payloads as (

    select * from {{ ref('stg_lua_timing__payloads') }}

),

rosters as (

    select * from {{ ref('base_lua_timing__rosters') }}
    where roster_state in ('truncated', 'unreadable')

),

-- the first hundred characters of what was written are enough to find it
defects as (

    select
        arrival_id,
        left(unnest(defects), 100) as defect,
    from payloads

    union all

    select
        arrival_id,
        roster_side_name || ' roster: ' || roster_state as defect,
    from rosters

)

select
    payloads.arrival_id,
    payloads.source,
    payloads.server,
    payloads.file_name,
    payloads.raw_sha256,
    defects.defect,
from defects
inner join payloads on payloads.arrival_id = defects.arrival_id
