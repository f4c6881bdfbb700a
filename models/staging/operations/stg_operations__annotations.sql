-- One statement of a person about a round, a player, a team or a file, with the one that undid it
with

annotations as (

    select * from {{ source('raw', 'annotations') }}

),

undone as (

    select distinct subject as annotation_id
    from annotations
    where kind = 'undo'

)

select
    annotations.annotation_id,
    annotations.kind,
    annotations.subject,
    annotations.field,
    annotations.value,
    annotations.reason,
    annotations.author,
    undone.annotation_id is not null as is_undone,
    annotations.annotated_at,
from annotations
left join undone on undone.annotation_id = annotations.annotation_id
