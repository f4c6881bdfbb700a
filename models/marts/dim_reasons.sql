with

reasons as (

    select reason_code, applies_to, sentence from {{ ref('reason_codes') }}

    union all

    select check_code as reason_code, 'check' as applies_to, sentence from {{ ref('checks') }}

)

select
    reason_code::varchar as reason_code,
    applies_to::varchar as applies_to,
    sentence::varchar as sentence,
from reasons
qualify row_number() over (partition by reason_code order by applies_to <> 'check', applies_to) = 1
