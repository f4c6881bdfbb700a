-- Only a whole GUID is a person (docs/contracts/proximity.md §7)
with

examples (guid, player_name, expected) as (

    values
        ('a1b2c3d4000000000000000000000001', 'finch', 'A1B2C3D4'),
        ('A1B2C3D4000000000000000000000001', '[BOT]finch', null),
        ('A1B2C3D4000000000000000000000001', null, 'A1B2C3D4'),
        ('OMNIBOT0100000000000000000000000', 'rook', null),
        ('SLOT3', 'rook', null),
        ('A1B2C3D4', 'rook', null),
        ('', 'rook', null),
        (null, 'rook', null)

)

select
    *,
    {{ proximity_line_player_id('guid', 'player_name') }} as actual,
from examples
where actual is distinct from expected
