-- depends_on: {{ ref('meta_build') }} {{ ref('int_scope') }}
with

broken as (

    {{ unkeyed_rows('fct_round_events', ['event_id']) }}
    union all {{ unkeyed_rows('fct_rounds', ['round_id']) }}
    union all {{ unkeyed_rows('fct_matches', ['match_id']) }}
    union all {{ unkeyed_rows('fct_sessions', ['session_id']) }}
    union all {{ unkeyed_rows('fct_session_teams', ['session_id', 'team']) }}
    union all {{ unkeyed_rows('fct_session_team_players', ['session_id', 'team', 'player_id']) }}
    union all {{ unkeyed_rows('fct_session_players', ['session_id', 'player_id']) }}
    union all {{ unkeyed_rows('fct_player_rounds', ['round_id', 'player_id']) }}
    union all {{ unkeyed_rows('fct_player_weapon_rounds', ['round_id', 'player_id', 'weapon']) }}
    union all {{ unkeyed_rows('fct_player_matches', ['match_id', 'player_id']) }}
    union all {{ unkeyed_rows('dim_players', ['player_id']) }}
    union all {{ unkeyed_rows('dim_maps', ['map_name']) }}
    union all {{ unkeyed_rows('fct_round_checks', ['check_id']) }}
    union all {{ unkeyed_rows('rpt_leaderboards', ['board', 'period', 'player_id']) }}
    union all {{ unkeyed_rows('fct_round_timings', ['round_id']) }}
    union all {{ unkeyed_rows('fct_player_round_timings', ['round_id', 'player_id']) }}
    union all {{ unkeyed_rows('fct_player_round_spawns', ['round_id', 'player_id']) }}
    union all {{ unkeyed_rows('fct_round_completeness', ['round_id']) }}
    union all {{ unkeyed_rows('fct_source_health', ['server', 'source_name', 'kind']) }}
    union all {{ unkeyed_rows('rpt_ingest_daily', ['server', 'source', 'day_on']) }}
    union all {{ unkeyed_rows('rpt_lua_coverage', ['server', 'round_number', 'period']) }}
    union all {{ unkeyed_rows('fct_legacy_side_findings', ['finding_id']) }}
    union all {{ unkeyed_rows('fct_legacy_link_findings', ['finding_id']) }}
    union all {{ unkeyed_rows('fct_legacy_stat_findings', ['finding_id']) }}
    union all {{ unkeyed_rows('rpt_round_facts', ['round_id']) }}
    union all {{ unkeyed_rows('rpt_match_facts', ['match_id']) }}
    union all {{ unkeyed_rows('rpt_session_facts', ['session_id']) }}
    union all {{ unkeyed_rows('rpt_timing_facts', ['session_id']) }}
    union all {{ unkeyed_rows('fct_post_queue', ['post_id']) }}
    union all {{ unkeyed_rows('fct_post_queue', ['post_kind', 'subject_id', 'due_at']) }}
    union all {{ unkeyed_rows('rpt_timing_pages', ['round_id']) }}
    union all {{ dangling_rows('fct_matches', 'first_half_round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_matches', 'second_half_round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_rounds', 'match_id', 'fct_matches', 'match_id') }}
    union all {{ dangling_rows('fct_rounds', 'session_id', 'fct_sessions', 'session_id') }}
    union all {{ dangling_rows('fct_player_rounds', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_round_events', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_round_timings', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_rounds', 'round_id', 'fct_round_timings', 'round_id') }}
    union all {{ dangling_rows('fct_round_timings', 'round_id', 'rpt_timing_pages', 'round_id') }}
    union all {{ dangling_rows('fct_player_round_timings', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_player_round_spawns', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_round_completeness', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_round_checks', 'round_id', 'fct_rounds', 'round_id') }}
    union all {{ dangling_rows('fct_post_queue', 'anchor_round_id', 'fct_rounds', 'round_id') }}

    -- every landed file is an event
    union all
    select
        'landed_file_without_event' as gate,
        files.file_name as subject,
        files.kind as detail,
    from {{ rows_to_check('fct_raw_files') }} as files
    left join {{ ref('fct_round_events') }} as events
        on events.event_id = files.event_id
    where events.event_id is null and files.not_current_reason is distinct from 'not_about_a_round'

    -- every file that is not a round says why
    union all
    select
        'event_without_round_or_reason' as gate,
        filename as subject,
        source as detail,
    from {{ rows_to_check('fct_round_events') }}
    where round_id is null and reason_code is null

    -- all Lua payloads of a round tell of one end
    union all
    select
        'round_with_two_lua_ends' as gate,
        round_id as subject,
        count(distinct round_end_unix)::varchar as detail,
    from {{ ref('fct_round_events') }}
    where source in ('stats_ready', 'gametime_fallback') and round_id is not null and reason_code is distinct from 'older_version'
    group by round_id
    having count(distinct round_end_unix) > 1

    -- a player's kills are the kills of his weapons
    union all
    select
        'player_kills_differ_from_weapon_kills' as gate,
        player_rounds.round_id as subject,
        player_rounds.kills || ' and ' || coalesce(weapon_rounds.kills, 0) as detail,
    from (
        select round_id, sum(kills) as kills, sum(deaths) as deaths
        from {{ rows_to_check('fct_player_rounds') }}
        group by all
    ) as player_rounds
    left join (
        select round_id, sum(kills) as kills, sum(deaths) as deaths
        from {{ rows_to_check('fct_player_weapon_rounds') }}
        group by all
    ) as weapon_rounds on weapon_rounds.round_id = player_rounds.round_id
    where player_rounds.kills is distinct from coalesce(weapon_rounds.kills, 0)
        or player_rounds.deaths is distinct from coalesce(weapon_rounds.deaths, 0)

    -- an evening's points are the points of its matches
    union all
    select
        'session_points_differ_from_match_points' as gate,
        sessions.session_id as subject,
        null as detail,
    from {{ ref('fct_sessions') }} as sessions
    inner join (
        select session_id, sum(team_a_points) as team_a_points, sum(team_b_points) as team_b_points
        from {{ rows_to_check('fct_matches') }}
        group by all
    ) as matches on matches.session_id = sessions.session_id
    where matches.team_a_points is distinct from sessions.team_a_points
        or matches.team_b_points is distinct from sessions.team_b_points

    -- nothing is shown without its confidence
    union all
    select 'score_without_confidence' as gate, round_id as subject, 'round' as detail
    from {{ rows_to_check('fct_rounds') }} where score_confidence is null or score_confidence_reason is null
    union all
    select 'score_without_confidence' as gate, match_id as subject, 'match' as detail
    from {{ rows_to_check('fct_matches') }} where score_confidence is null or score_confidence_reason is null
    union all
    select 'score_without_confidence' as gate, session_id as subject, 'session' as detail
    from {{ ref('fct_sessions') }} where score_confidence is null or score_confidence_reason is null
    union all {{ facts_without_confidence('rpt_round_facts', 'round_id') }}
    union all {{ facts_without_confidence('rpt_match_facts', 'match_id') }}
    union all {{ facts_without_confidence('rpt_session_facts', 'session_id') }}
    union all {{ facts_without_confidence('int_posts__live', 'session_id') }}

    -- the bot tells its messages apart by kind and anchor, people by the key at the foot: each leads to one subject
    union all
    select
        'posts_share_an_anchor_or_a_key' as gate,
        post_kind || ' ' || name as subject,
        count(distinct subject_id)::varchar as detail,
    from (
        select post_kind, subject_id, unnest([anchor_round_id, post_key]) as name
        from {{ ref('fct_post_queue') }}
    )
    group by post_kind, name
    having count(distinct subject_id) > 1

)

select
    gate::varchar as gate,
    coalesce(subject, '')::varchar as subject,
    coalesce(detail, '')::varchar as detail,
from broken
