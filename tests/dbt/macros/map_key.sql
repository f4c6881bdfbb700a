-- A map has one key however it is written; a map that is not named has none (docs/contracts/identity.md §1)
with

examples (written, expected) as (

    values
        ('supply', 'supply'),
        ('  Te_Escape2 ', 'te_escape2'),
        ('^1Sup^7ply', 'supply'),
        ('^1 supply', 'supply'),
        ('gold rush (v2)', 'gold_rush__v2_'),
        ('sw-goldrush.te', 'sw-goldrush_te'),
        ('bergün', 'berg_n'),
        ('UNKNOWN', null),
        ('^7Unknown', null),
        ('', null),
        ('  ', null),
        ('^1^7', null),
        (null, null)

)

select
    *,
    {{ map_key('written') }} as actual,
from examples
where actual is distinct from expected
