-- How one build ended; a build without such a row did not finish. A view: the live lane runs what is downstream of builds, not of their results
{{ config(materialized='view') }}

with

results as (

    select * from {{ source('raw', 'build_results') }}

)

select
    build_id,
    failures,
    is_complete,
    finished_at,
from results
qualify row_number() over (partition by build_id order by finished_at desc, is_complete) = 1
