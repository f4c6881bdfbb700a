-- One line of an endstats table, in the order of the table: its files merged, the first file first
with

observations as (

    select
        observation_key,
        content_key,
    from {{ ref('int_endstats__observations') }}

),

files as (

    select * from {{ ref('int_endstats__observation_files') }}
    where is_used

),

lines as (

    select * from {{ ref('stg_endstats_files__lines') }}

)

select
    observations.observation_key,
    observations.content_key,
    row_number() over (
        partition by observations.content_key
        order by files.part_number, lines.line_number
    )::integer as table_row,
    files.file_name,
    files.raw_sha256,
    lines.*,
from observations
inner join files on files.observation_key = observations.observation_key
inner join lines on lines.file_id = files.file_id
