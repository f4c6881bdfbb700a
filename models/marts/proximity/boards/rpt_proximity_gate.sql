-- depends_on: {{ ref('meta_proximity_build') }}
with

broken as (

    {{ unkeyed_rows('fct_proximity_files', ['file_id']) }}
    union all {{ unkeyed_rows('fct_proximity_sections', ['file_id', 'section_number']) }}
    union all {{ unkeyed_rows('fct_proximity_players', ['file_id', 'guid']) }}
    union all {{ unkeyed_rows('fct_proximity_engagements', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_engagement_players', ['file_id', 'line_number', 'attacker_number']) }}
    union all {{ unkeyed_rows('fct_proximity_lives', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_trades', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_support', ['file_id', 'guid']) }}
    union all {{ unkeyed_rows('fct_proximity_crossfire_pairs', ['file_id', 'player_id', 'mate_player_id']) }}
    union all {{ unkeyed_rows('fct_proximity_focus_fire', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_reactions', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_spawn_timings', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_cohesion', ['file_id', 'side', 'from_round_seconds']) }}
    union all {{ unkeyed_rows('fct_proximity_pushes', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_kill_outcomes', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_objective_focus', ['file_id', 'line_number']) }}
    union all {{ unkeyed_rows('fct_proximity_timeline', ['file_id', 'event_number']) }}
    union all {{ unkeyed_rows('fct_proximity_player_rounds', ['file_id', 'player_id']) }}
    union all {{ unkeyed_rows('fct_proximity_rounds', ['round_id']) }}
    union all {{ unkeyed_rows('rpt_proximity_leaderboards', ['board', 'period', 'player_id']) }}
    union all {{ unkeyed_rows('rpt_proximity_duos', ['player_id', 'mate_player_id']) }}
    union all {{ unkeyed_rows('rpt_proximity_zones', ['scope_kind', 'scope_id', 'map_name', 'side', 'cell_x', 'cell_y']) }}
    union all {{ unkeyed_rows('rpt_proximity_pairs', ['scope_kind', 'scope_id', 'player_id', 'mate_player_id']) }}
    union all {{ unkeyed_rows('rpt_proximity_players', ['scope_kind', 'scope_id', 'player_id']) }}
    union all {{ unkeyed_rows('rpt_proximity_summaries', ['scope_kind', 'scope_id']) }}

    -- every row of a file was read, has a reason, or stands in a section that nobody knows
    union all
    select
        'rows_unaccounted_for' as gate,
        file_id as subject,
        section || ': ' || row_count as detail,
    from {{ ref('fct_proximity_sections') }}
    where row_count <> sound_row_count + defect_row_count + unread_row_count

    -- one round has one file that counts
    union all
    select
        'round_with_several_files' as gate,
        round_id as subject,
        count(*)::varchar as detail,
    from {{ ref('fct_proximity_files') }}
    where is_counted
    group by round_id
    having count(*) > 1

)

select
    gate::varchar as gate,
    coalesce(subject, '')::varchar as subject,
    coalesce(detail, '')::varchar as detail,
from broken
