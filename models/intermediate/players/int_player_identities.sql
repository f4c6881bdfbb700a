-- One player id as files write it and the id of the person it belongs to, where someone merged players
-- (a chain of merges is followed to its end; a circle of merges leaves its members as they are)
with recursive

merges as (

    select
        upper(subject) as line_player_id,
        upper(value) as player_id,
    from {{ ref('int_annotations__standing') }}
    where kind = 'merge_players'

),

followed as (

    select
        line_player_id,
        player_id,
        1 as steps,
    from merges

    union all

    select
        followed.line_player_id,
        merges.player_id,
        followed.steps + 1 as steps,
    from followed
    inner join merges on merges.line_player_id = followed.player_id
    where followed.steps < 16

)

select
    line_player_id,
    arg_max(player_id, steps) as player_id,
from followed
group by line_player_id
having max(steps) < 16
