-- A reference to nothing is told with its value; a reference that is kept, and no reference, are not (docs/contracts/checks.md §3)
with

dangling as (

    {{ dangling_rows('excluded_maps', 'map_name', 'point_rules', 'map_result') }}

),

kept as (

    {{ dangling_rows('point_rules', 'map_result', 'point_rules', 'map_result') }}

),

-- the fields that a layout lacks
without_reference as (

    {{ dangling_rows('stats_layouts', 'revives', 'stats_layouts', 'field_count') }}

),

told as (

    select gate, detail, count(*) as row_count from dangling group by all
    union all
    select gate, detail, count(*) as row_count from kept group by all
    union all
    select gate, detail, count(*) as row_count from without_reference group by all

),

expected (gate, detail, row_count) as (

    select 'excluded_maps_map_name_dangles', 'point_rules', count(*) from {{ ref('excluded_maps') }}

)

(select * from told except all select * from expected)
union all
(select * from expected except all select * from told)
