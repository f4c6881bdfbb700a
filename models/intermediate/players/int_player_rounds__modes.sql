-- One player's line of a round and how it becomes numbers of this round alone (docs/formats/stats-files.md §8 and §9):
-- first_half and new: as written; continued: less his first half; reset: as written, since his counters restarted; absent: he did not play.
{% set never_falling = session_counters() + ['kills', 'deaths', 'hits', 'headshots'] %}

with

pairs as (

    select * from {{ ref('int_stats_pairs') }}

),

weapon_sums as (

    select
        file_id,
        line_player_id,
        {% for name in ['kills', 'deaths', 'hits', 'headshots'] -%}
        sum({{ name }})::integer as {{ name }},
        {% endfor -%}
    from {{ ref('stg_stats_files__weapons') }}
    group by all

),

lines as (

    select
        players.file_id,
        players.line_player_id,
        players.player_name,
        players.line_side,
        players.session_rounds,
        players.minutes_played,
        {% for name in session_counters() -%}
        players.{{ name }},
        {% endfor -%}
        {% for name in ['kills', 'deaths', 'hits', 'headshots'] -%}
        coalesce(weapon_sums.{{ name }}, 0) as {{ name }},
        {% endfor -%}
    from {{ ref('stg_stats_files__players') }} as players
    left join weapon_sums
        on weapon_sums.file_id = players.file_id
        and weapon_sums.line_player_id = players.line_player_id
    where players.line_defect is null

),

matched as (

    select
        pairs.round_id,
        pairs.file_id,
        pairs.first_half_file_id,
        this_half.line_player_id,
        this_half.line_side,
        first_half.line_side as first_half_side,
        first_half.line_player_id is not null as has_first_half,
        this_half.session_rounds - first_half.session_rounds as session_step,
        this_half.minutes_played - first_half.minutes_played as minutes_gained,
        {%- for name in never_falling %}
        coalesce(this_half.{{ name }} < first_half.{{ name }}, false) {{- ' or' if not loop.last }}
        {%- endfor %} as has_fallen,
    from pairs
    inner join lines as this_half on this_half.file_id = pairs.file_id
    left join lines as first_half
        on first_half.file_id = pairs.first_half_file_id
        and first_half.line_player_id = this_half.line_player_id

),

steps as (

    select
        round_id,
        session_step,
        count(*) as player_count,
    from matched
    where session_step is not null
    group by all

),

usual_steps as (

    select
        round_id,
        session_step as usual_step,
    from steps
    qualify row_number() over (partition by round_id order by player_count desc, session_step desc) = 1

)

select
    matched.round_id,
    matched.file_id,
    matched.line_player_id,
    case
        when first_half_file_id is null then 'first_half'
        when not has_first_half then 'new'
        when session_step < usual_step or minutes_gained < 0 or has_fallen then 'reset'
        when minutes_gained <= 0 then 'absent'
        else 'continued'
    end as difference_mode,
    if(difference_mode = 'continued', first_half_file_id, null) as baseline_file_id,
    case
        when line_side in (1, 2) then line_side
        -- he went to spectate at the end: he played against the side of his first half
        when line_side = 3 and first_half_side in (1, 2) then 3 - first_half_side
    end::tinyint as side,
from matched
left join usual_steps on usual_steps.round_id = matched.round_id
