-- One kind of finding about what a proximity file holds, with how often it is found; the assertions of
-- docs/formats/proximity-files.md §10, one branch each
with

files as (

    select * from {{ ref('int_proximity__files') }}

),

sections as (

    select * from {{ ref('int_proximity__sections') }}

),

rows as (

    select * from {{ ref('int_proximity__rows') }}

),

lives as (

    select * from {{ ref('int_proximity__lives') }}

),

engagements as (

    select * from {{ ref('int_proximity__engagements') }}

),

players as (

    select * from {{ ref('int_proximity__players') }}

),

trades as (

    select * from {{ ref('stg_proximity__trade_kills') }}
    where row_defect is null

),

timings as (

    select * from {{ ref('stg_proximity__spawn_timings') }}
    where row_defect is null

),

escorts as (

    select * from {{ ref('stg_proximity__escorts') }}
    where row_defect is null

),

attacker_guids as (

    select
        file_id,
        line_number,
        list(guid) as guids,
    from {{ ref('stg_proximity__attackers') }}
    group by all

),

crossfires as (

    select
        engagements.file_id,
        (engagements.crossfire_delay is null) = engagements.is_crossfire
            or (
                engagements.is_crossfire
                and (
                    len(string_split(engagements.crossfire_participants, ',')) < 2
                    or not coalesce(list_has_all(attacker_guids.guids, string_split(engagements.crossfire_participants, ',')), false)
                )
            ) as is_contradictory,
    from engagements
    left join attacker_guids
        on attacker_guids.file_id = engagements.file_id
        and attacker_guids.line_number = engagements.line_number

),

reactions as (

    select file_id, engagement_id as reaction_id from {{ ref('stg_proximity__reactions') }}
    where row_defect is null

),

reaction_pairs as (

    select
        coalesce(engagements.file_id, reactions.file_id) as file_id,
        engagements.engagement_id,
        reactions.reaction_id,
    from (select * from engagements where file_id in (select file_id from reactions)) as engagements
    full outer join reactions
        on reactions.file_id = engagements.file_id
        and reactions.reaction_id = engagements.engagement_id

),

focus_fires as (

    select file_id, engagement_id as focus_id from {{ ref('stg_proximity__focus_fire') }}
    where row_defect is null

),

focus_pairs as (

    select
        coalesce(engagements.file_id, focus_fires.file_id) as file_id,
        engagements.engagement_id,
        focus_fires.focus_id,
    from (
        select * from engagements
        where attacker_count >= 2 and file_id in (select file_id from focus_fires)
    ) as engagements
    full outer join focus_fires
        on focus_fires.file_id = engagements.file_id
        and focus_fires.focus_id = engagements.engagement_id

),

times as (

    select file_id, end_time as time_ms from engagements
    union all
    select file_id, death_time as time_ms from lives
    union all
    select file_id, last_sample_time as time_ms from lives

),

times_of_files as (

    select
        times.file_id,
        times.time_ms,
        files.end_time_ms,
    from times
    inner join files on files.file_id = times.file_id

),

kill_totals as (

    select
        deaths.file_id,
        deaths.deaths,
        cells.cell_kills,
    from (
        select file_id, count(*) as deaths from {{ ref('int_proximity__deaths') }}
        group by all
    ) as deaths
    inner join (
        select file_id, sum(axis_kills + allies_kills) as cell_kills from {{ ref('stg_proximity__kill_cells') }}
        where row_defect is null
        group by all
    ) as cells on cells.file_id = deaths.file_id

),

findings as (

    select
        'unknown_section' as check_code,
        file_id,
        sum(1) as found_count,
        string_agg(section, ', ' order by section_number) as detail,
    from sections
    where not is_known
    group by all

    union all

    select
        'unknown_columns' as check_code,
        file_id,
        count(*) as found_count,
        string_agg(section || ': ' || unknown_columns, ', ' order by section_number) as detail,
    from sections
    where is_known and unknown_columns <> ''
    group by all

    union all

    select
        'row_unreadable' as check_code,
        file_id,
        count(*) as found_count,
        arg_min(section || ' line ' || line_number || ': ' || row_defect, line_number) as detail,
    from rows
    where row_defect is not null
    group by all

    union all

    select
        'sample_unreadable' as check_code,
        file_id,
        unsound_sample_count as found_count,
        null as detail,
    from files

    union all

    select
        'attacker_unreadable' as check_code,
        file_id,
        sum(defect_attacker_count) as found_count,
        null as detail,
    from engagements
    group by all

    union all

    select
        'sample_count_differs' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from lives
    where stated_sample_count is distinct from sample_count
    group by all

    union all

    select
        'samples_out_of_order' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from lives
    where not is_in_order
    group by all

    union all

    select
        'first_sample_is_no_spawn' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from lives
    where first_event is distinct from 'spawn'
    group by all

    union all

    select
        'duration_differs' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from engagements
    where end_time - start_time <> duration
    group by all

    union all

    select
        'attacker_count_differs' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from engagements
    where attacker_count is distinct from listed_attacker_count
    group by all

    union all

    select
        'damage_differs' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from engagements
    where total_damage is distinct from listed_damage
    group by all

    union all

    select
        'several_killers' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from engagements
    where killer_count > 1
    group by all

    union all

    select
        'crossfire_contradicts' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from crossfires
    where is_contradictory
    group by all

    union all

    select
        'death_event_missing' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from engagements
    where outcome = 'killed' and last_event <> 'death'
    group by all

    union all

    select
        'reactions_differ' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from reaction_pairs
    where reaction_id is null or engagement_id is null
    group by all

    union all

    select
        'focus_fire_differs' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from focus_pairs
    where focus_id is null or engagement_id is null
    group by all

    union all

    select
        'time_after_end' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from times_of_files
    where time_ms > end_time_ms
    group by all

    union all

    select
        'end_times_differ' as check_code,
        file_id,
        stated_end_count - 1 as found_count,
        null as detail,
    from files
    where stated_end_count > 1

    union all

    select
        'kill_cells_exceed_deaths' as check_code,
        file_id,
        cell_kills - deaths as found_count,
        cell_kills || ' and ' || deaths as detail,
    from kill_totals

    union all

    select
        'trade_too_late' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from trades
    where delta_ms > 3000
    group by all

    union all

    select
        'spawn_timing_contradicts' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from timings
    where enemy_spawn_interval > 0 and abs(time_to_next_spawn::double / enemy_spawn_interval - spawn_timing_score) > 0.002
    group by all

    union all

    select
        'life_repeated' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from lives
    where is_repeated
    group by all

    union all

    select
        'hits_after_death' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from engagements
    where is_after_death
    group by all

    union all

    select
        'rifle_kills_misnamed' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from lives
    where death_type in ('selfkill', 'fallen') and death_cause in ('enemy', 'team_kill')
    group by all

    union all

    select
        'clients_excluded' as check_code,
        file_id,
        count(*) as found_count,
        string_agg(distinct player_unavailable_reason, ', ' order by player_unavailable_reason) as detail,
    from players
    where player_id is null
    group by all

    union all

    select
        'guid_prefix_shared' as check_code,
        file_id,
        count(*) - 1 as found_count,
        any_value(line_player_id) as detail,
    from players
    where line_player_id is not null
    group by file_id, line_player_id
    having count(*) > 1

    union all

    select
        'side_changed' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from players
    where has_changed_side
    group by all

    union all

    select
        'clock_shifted' as check_code,
        file_id,
        1 as found_count,
        clock_offset_ms || ' ms' as detail,
    from files
    where abs(clock_offset_ms) >= 500

    union all

    select
        'clock_unanchored' as check_code,
        file_id,
        1 as found_count,
        null as detail,
    from files
    where clock_status = 'unanchored'

    union all

    select
        'pauses_or_warmup_included' as check_code,
        file_id,
        1 as found_count,
        (wall_duration_ms - end_time_ms) || ' ms' as detail,
    from files
    where not has_wall_clock and abs(wall_duration_ms - end_time_ms) > 3000

    union all

    select
        'interval_differs' as check_code,
        file_id,
        1 as found_count,
        measured_interval_ms || ' ms instead of ' || sample_interval_ms || ' ms' as detail,
    from files
    where abs(measured_interval_ms - sample_interval_ms) > 50

    union all

    select
        'sprint_unavailable' as check_code,
        file_id,
        1 as found_count,
        sprint_unavailable_reason as detail,
    from files
    where sprint_unavailable_reason is not null

    union all

    select
        'escort_distances_unusable' as check_code,
        file_id,
        count(*) as found_count,
        null as detail,
    from escorts
    where total_escort_distance = 0 or total_escort_distance > 1000000
    group by all

    union all

    select
        'shut_down' as check_code,
        file_id,
        1 as found_count,
        null as detail,
    from files
    where is_shutdown

    union all

    select
        'test_mode' as check_code,
        file_id,
        1 as found_count,
        null as detail,
    from files
    where is_test_mode

)

select
    check_code,
    file_id,
    found_count,
    detail,
from findings
where found_count > 0
