-- One stats observation and the Lua observation that is the same round: each is the other's only candidate. Ghosts compete afterwards, with
-- stats observations that nothing else fits. Candidates that are not mutual stay apart: never the nearest (docs/contracts/identity.md §3 and §4).
with

candidates as (

    select * from {{ ref('int_spine__candidates') }}

),

played as (

    select
        *,
        count(*) over (partition by round_id) as lua_count,
        count(*) over (partition by lua_key) as stats_count,
    from candidates
    where not is_ghost

),

of_ghosts as (

    select
        candidates.*,
        count(*) over (partition by candidates.round_id) as lua_count,
        count(*) over (partition by candidates.lua_key) as stats_count,
    from candidates
    left join (select distinct round_id from played) as taken on taken.round_id = candidates.round_id
    where candidates.is_ghost and taken.round_id is null

),

competing as (

    select * from played
    union all by name
    select * from of_ghosts

)

select
    round_id,
    lua_key,
    is_ghost,
    stamp_offset_seconds,
from competing
where lua_count = 1 and stats_count = 1
