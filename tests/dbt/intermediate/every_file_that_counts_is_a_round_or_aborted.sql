-- No file is lost between its landing and the rounds (docs/contracts/identity.md §5)
with

files as (

    select
        file_id,
        aborted_reason,
    from {{ ref('int_observations__verdicts') }}

),

rounds as (

    select file_id from {{ ref('int_rounds') }}

)

select
    current_files.file_id,
    files.aborted_reason,
from {{ ref('int_stats_files__current') }} as current_files
left join files on files.file_id = current_files.file_id
left join rounds on rounds.file_id = current_files.file_id
where (rounds.file_id is null) <> (files.aborted_reason is not null) or files.file_id is null
