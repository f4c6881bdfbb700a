with

files as (

    select * from {{ ref('int_proximity__files') }}

),

found as (

    select * from {{ ref('int_proximity__findings') }}

),

checks as (

    select * from {{ ref('proximity_checks') }}

)

select
    {{ proximity_file_ids() }},
    found.check_code::varchar as check_code,
    checks.severity::varchar as severity,
    checks.sentence::varchar as sentence,
    found.found_count::integer as found_count,
    found.detail::varchar as detail,
    files.order_at::timestamptz as order_at,
from found
inner join checks on checks.check_code = found.check_code
inner join files on files.file_id = found.file_id
where found.found_count > 0
