-- One pause of a round as its payload lists it
with

payloads as (

    select
        arrival_id,
        try_cast(pause_events_text as json[]) as pauses,
    from {{ ref('stg_lua_timing__payloads') }}

),

pauses as (

    select
        arrival_id,
        unnest(generate_series(1, len(pauses))) as pause_number,
        unnest(pauses) as pause,
    from payloads

),

read as (

    select
        arrival_id,
        pause_number::integer as pause_number,
        {{ unix_seconds("json_extract_string(pause, '$.start')") }} as start_unix,
        {{ unix_seconds("json_extract_string(pause, '$.end')") }} as end_unix,
        {{ leading_integer("json_extract_string(pause, '$.sec')") }} as pause_seconds,
    from pauses
    where json_type(pause) = 'OBJECT'

)

select * from read
where start_unix <= end_unix
