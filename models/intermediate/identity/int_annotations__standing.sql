-- One statement of a person that stands: not undone, and the latest about its subject
select
    kind,
    subject,
    field,
    value,
    reason,
    author,
    annotation_id,
    annotated_at,
from {{ ref('stg_operations__annotations') }}
where not is_undone and kind <> 'undo'
qualify row_number() over (
    partition by kind, subject, field
    order by annotated_at desc, annotation_id desc
) = 1
