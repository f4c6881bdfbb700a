select
    weapon::varchar as weapon,
    weapon_name::varchar as weapon_name,
    weapon_class::varchar as weapon_class,
    weapon_bit::tinyint as weapon_bit,
    is_gun::boolean as is_gun,
    is_light_weapon::boolean as is_light_weapon,
from {{ ref('weapons') }}
