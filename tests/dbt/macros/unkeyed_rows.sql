-- A key that repeats is told with its value and how often it stands; a key that is whole is not told at all (docs/contracts/checks.md §3)
with

repeated as (

    {{ unkeyed_rows('point_rules', ['winner_points']) }}

),

whole as (

    {{ unkeyed_rows('point_rules', ['map_result']) }}

),

of_two_columns as (

    {{ unkeyed_rows('point_rules', ['map_result', 'winner_points']) }}

),

told as (

    select * from repeated
    union all
    select * from whole
    union all
    select * from of_two_columns

),

expected (gate, subject, detail) as (

    values ('point_rules_key_not_unique', '2', '2')

)

(select * from told except all select * from expected)
union all
(select * from expected except all select * from told)
