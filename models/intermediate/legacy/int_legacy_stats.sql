-- One difference between the numbers and rounds of an existing database and the raw files; of a column, one for all its rows
with

legacy_rounds as (

    select * from {{ ref('int_legacy_rounds') }}

),

player_rounds as (

    select * from {{ ref('int_legacy_player_rounds') }}

),

rounds as (

    select * from {{ ref('fct_rounds') }}
    where stats_file_name is not null

),

empty_columns as (

    select * from {{ ref('int_legacy_empty_columns') }}

),

of_players as (

    select
        server,
        source_name,
        'player_comprehensive_stats' as table_name,
        row_key,
        guid8,
        player_name,
        round_id,
        stats_file_name,
        raw_sha256,
        map_name,
        round_number,
        case
            when not is_stored then 'player_missing'
            -- the file of an orphan holds totals that nothing can take apart
            when round_role = 'orphan' then if(equals_totals, 'cumulative_second_half', null)
            when not is_ours then if(played_first_half, 'spectator_row', 'player_unknown')
            when differences = '' then null
            when round_number = 2 and difference_mode = 'continued' and equals_totals then 'cumulative_second_half'
            when difference_mode = 'reset' then 'clamped_reset'
            else 'numbers_differ'
        end as finding,
        nullif(differences, '') as detail,
        1 as row_count,
        order_at,
        played_on,
    from player_rounds

),

of_stored_rounds as (

    select
        server,
        source_name,
        'rounds' as table_name,
        row_key,
        round_id,
        coalesce(stats_file_name, file_stem || '.txt') as stats_file_name,
        raw_sha256,
        map_name,
        round_number,
        if(file_state = 'aborted', 'aborted_dump_as_round', 'round_without_file') as finding,
        'status ' || coalesce(round_status_text, 'unknown') as detail,
        1 as row_count,
        order_at,
        played_on,
    from legacy_rounds
    where round_number in (1, 2) and file_state <> 'round'

),

of_rounds_not_stored as (

    select
        rounds.server,
        sources.source_name,
        'rounds' as table_name,
        rounds.round_id,
        rounds.stats_file_name,
        rounds.raw_sha256,
        rounds.map_name,
        rounds.round_number,
        'round_not_stored' as finding,
        rounds.not_counted_reason as detail,
        1 as row_count,
        rounds.order_at,
        rounds.played_on,
    from rounds
    inner join (select server, source_name, max(order_at) as newest_at from legacy_rounds group by all) as sources
        on sources.server = rounds.server
    anti join legacy_rounds
        on legacy_rounds.server = rounds.server
        and legacy_rounds.source_name = sources.source_name
        and legacy_rounds.file_stem = lower(left(rounds.stats_file_name, -4))
    -- what was played after the newest look is not missing there
    where rounds.order_at <= sources.newest_at

),

of_columns as (

    select
        server,
        source_name,
        table_name,
        column_name,
        finding,
        row_count || ' rows' as detail,
        row_count,
        order_at,
    from empty_columns

),

findings as (

    select * from of_players where finding is not null
    union all by name
    select * from of_stored_rounds
    union all by name
    select * from of_rounds_not_stored
    union all by name
    select * from of_columns

)

select
    *,
    {{ short_id("concat_ws('|', 'stat', server, source_name, table_name, coalesce(row_key, column_name, round_id), guid8, finding)") }} as finding_id,
from findings
