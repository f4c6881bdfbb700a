-- One proximity file that this run reads: asked for and not yet done under its key, newest first, as much as one run may take.
-- Base models of staging/proximity read these files only.
-- depends_on: {{ ref('int_proximity__asked') }}
with

asked as (

    select * from {{ ref('int_proximity__asked') }}

),

done as (

    {% set done = adapter.get_relation(database=this.database, schema=this.schema, identifier='int_proximity__done') if execute -%}
    {% if done -%}
    select file_id, proximity_key from {{ done }}
    {%- else -%}
    select file_id, proximity_key from asked where false
    {%- endif %}

),

missing as (

    select asked.*
    from asked
    anti join done using (file_id, proximity_key)

),

numbers as (

    select
        {{ file_id() }} as file_id,
        file_number,
    from {{ source('raw', 'proximity_files') }}

),

placed as (

    select
        *,
        sum(size_bytes) over (order by order_at desc, file_id rows unbounded preceding) - size_bytes as bytes_before,
    from missing

)

select
    placed.* exclude (bytes_before),
    numbers.file_number,
from placed
inner join numbers on numbers.file_id = placed.file_id
where bytes_before < {{ env_var('FULLHOLD_PROXIMITY_MEGABYTES', '64') }} * 1000000
