-- One round whose player numbers can be told: a first half by its own file, a second half by its file less that of its first half.
with

rounds as (

    select * from {{ ref('int_rounds__paired') }}
    where is_readable and has_sound_file and (round_number = 1 or first_half_file_id is not null)

)

select
    round_id,
    file_id,
    first_half_file_id,
from rounds
