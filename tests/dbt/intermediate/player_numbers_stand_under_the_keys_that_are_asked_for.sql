-- Increments equal a rebuild: what is kept was computed from the versions and pairs of today (docs/formats/stats-files.md §8)
with

kept as (

    select distinct difference_key, 'modes' as kept_in from {{ ref('int_player_rounds__modes') }}
    union all
    select distinct difference_key, 'players' as kept_in from {{ ref('int_player_rounds__differenced') }}
    union all
    select distinct difference_key, 'weapons' as kept_in from {{ ref('int_player_weapon_rounds__differenced') }}
    union all
    select distinct difference_key, 'conservation' as kept_in from {{ ref('int_round_conservation') }}

)

select
    kept.difference_key,
    kept.kept_in,
from kept
left join {{ ref('int_stats_pairs') }} as asked on asked.difference_key = kept.difference_key
where asked.difference_key is null
