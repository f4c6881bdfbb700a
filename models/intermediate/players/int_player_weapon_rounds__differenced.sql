-- One weapon of one player in one round, in numbers of that round alone; weapons that he did not use are left out
with

player_rounds as (

    select * from {{ ref('int_player_rounds__modes') }}

),

blocks as (

    select * from {{ ref('stg_stats_files__weapons') }}

),

differenced as (

    select
        player_rounds.round_id,
        player_rounds.line_player_id,
        this_half.weapon_bit,
        {% for name in weapon_counters() -%}
        {{ second_half_share('this_half.' ~ name, 'coalesce(first_half.' ~ name ~ ', 0)') }} as {{ name }},
        {% endfor -%}
    from player_rounds
    inner join blocks as this_half
        on this_half.file_id = player_rounds.file_id
        and this_half.line_player_id = player_rounds.line_player_id
    left join blocks as first_half
        on first_half.file_id = player_rounds.baseline_file_id
        and first_half.line_player_id = player_rounds.line_player_id
        and first_half.weapon_bit = this_half.weapon_bit
    where player_rounds.difference_mode <> 'absent'

)

select * from differenced
where {{ weapon_counters() | join(' + ') }} > 0
