-- One roster of a round payload and how much of it can be read (docs/formats/lua-timing.md §4). A roster is a JSON list within a text;
-- one that was escaped once too often is unescaped, of one that was cut off the whole players are kept.
with

payloads as (

    select * from {{ ref('stg_lua_timing__payloads') }}

),

written as (

    select
        arrival_id,
        unnest(['Axis', 'Allies']) as roster_side_name,
        unnest([1, 2])::tinyint as roster_side,
        unnest([axis_text, allies_text]) as roster_text,
    from payloads

),

read as (

    select
        *,
        try_cast(roster_text as json[]) as roster,
        try_cast(json_extract_string(try_cast('"' || roster_text || '"' as json), '$') as json[]) as unescaped_roster,
        regexp_extract_all(roster_text, '\{"guid":"[^"\\]*","name":"(?:[^"\\]|\\.)*"\}') as whole_players,
    from written

)

select
    arrival_id,
    roster_side,
    roster_side_name,
    case
        when roster_text is null then 'absent'
        when coalesce(roster, unescaped_roster) is not null then 'whole'
        when len(whole_players) > 0 then 'truncated'
        else 'unreadable'
    end as roster_state,
    case
        when roster_state = 'truncated' then try_cast(whole_players as json[])
        else coalesce(roster, unescaped_roster)
    end as players,
from read
