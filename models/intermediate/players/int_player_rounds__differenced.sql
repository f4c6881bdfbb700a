-- One player in one round, in numbers of that round alone (docs/formats/stats-files.md §8); who did not play the second half is left out
with

player_rounds as (

    select * from {{ ref('int_player_rounds__modes') }}

),

lines as (

    select * from {{ ref('stg_stats_files__players') }}
    where line_defect is null

),

weapons as (

    select
        round_id,
        line_player_id,
        {% for name in weapon_counters() -%}
        sum({{ name }})::integer as {{ name }},
        sum({{ name }}) filter (is_gun)::integer as gun_{{ name }},
        {% endfor -%}
        sum(hits) filter (weapon = 'syringe')::integer as syringe_hits,
    from {{ ref('int_player_weapon_rounds__differenced') }}
    inner join {{ ref('weapons') }} using (weapon_bit)
    group by all

),

differenced as (

    select
        player_rounds.round_id,
        player_rounds.file_id,
        player_rounds.line_player_id,
        this_half.player_name,
        this_half.is_bot,
        player_rounds.side,
        player_rounds.difference_mode,
        this_half.is_known_layout,
        {% for name in weapon_counters() -%}
        coalesce(weapons.{{ name }}, 0) as {{ name }},
        coalesce(weapons.gun_{{ name }}, 0) as gun_{{ name }},
        {% endfor -%}
        {% for name in session_counters() -%}
        {{ second_half_share('this_half.' ~ name, 'if(first_half.file_id is null, 0, first_half.' ~ name ~ ')') }} as {{ name }},
        {% endfor -%}
        {% for name in round_counters() if name != 'revives' -%}
        this_half.{{ name }},
        {% endfor -%}
        -- syringe hits are revives; older layouts have no field of their own (docs/formats/stats-files.md §5)
        coalesce(this_half.revives, weapons.syringe_hits, 0) as revives,
        {{ second_half_share('this_half.minutes_played', 'if(first_half.file_id is null, 0, first_half.minutes_played)') }} as minutes_played,
        -- alive time is a share of cumulative time, so the shares are turned into minutes, subtracted and divided again
        case
            when first_half.file_id is null then this_half.alive_percent
            else (
                this_half.alive_percent * this_half.minutes_played - first_half.alive_percent * first_half.minutes_played
            ) / nullif(this_half.minutes_played - first_half.minutes_played, 0)
        end::double as alive_percent,
        this_half.time_dead_minutes,
    from player_rounds
    inner join lines as this_half
        on this_half.file_id = player_rounds.file_id
        and this_half.line_player_id = player_rounds.line_player_id
    left join lines as first_half
        on first_half.file_id = player_rounds.baseline_file_id
        and first_half.line_player_id = player_rounds.line_player_id
    left join weapons
        on weapons.round_id = player_rounds.round_id
        and weapons.line_player_id = player_rounds.line_player_id
    where player_rounds.difference_mode <> 'absent'

)

select * from differenced
