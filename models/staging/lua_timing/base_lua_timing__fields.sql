-- One field of one round payload, by its name in lower case; of a name that repeats the last one (docs/formats/lua-timing.md §3)
with

bodies as (

    select
        arrival_id,
        try_cast(json_extract(embed, '$.fields') as json[]) as fields,
    from {{ ref('base_lua_timing__bodies') }}

),

fields as (

    select
        arrival_id,
        unnest(generate_series(1, len(fields))) as field_number,
        unnest(fields) as field,
    from bodies

),

named as (

    select
        arrival_id,
        field_number,
        lower(trim(json_extract_string(field, '$.name'))) as field_name,
        json_extract_string(field, '$.value') as field_value,
    from fields
    where json_type(field) = 'OBJECT'

)

select
    arrival_id,
    field_name,
    field_value,
from named
where field_name <> ''
qualify row_number() over (partition by arrival_id, field_name order by field_number desc) = 1
