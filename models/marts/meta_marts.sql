{% set ours = graph.nodes.values() | selectattr('resource_type', 'equalto', 'model') | selectattr('schema', 'equalto', 'marts') if execute else [] -%}
select
    mart::varchar as mart,
    description::varchar as description,
    is_exchanged::boolean as is_exchanged,
from (
    values
    {% for node in ours | sort(attribute='name') -%}
    ('{{ node.name }}', '{{ node.description | trim | replace("'", "''") }}', {{ node.config.materialized == 'exchanged' }}){{ ',' if not loop.last }}
    {% else -%}
    ('', '', false)
    {% endfor -%}
) as marts (mart, description, is_exchanged)
