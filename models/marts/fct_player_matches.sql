{{ config(materialized='exchanged') }}

with

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}
    where not is_bot

),

orphans as (

    select * from {{ ref('int_rounds__counted') }}
    where round_role = 'orphan' or (round_role = 'second_half' and first_half_file_id is null)

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

identities as (

    select * from {{ ref('int_player_identities') }}

),

lines as (

    select * from {{ ref('stg_stats_files__players') }}
    where line_defect is null and not is_bot

),

weapon_sums as (

    select
        file_id,
        line_player_id,
        {% for name in weapon_counters() -%}
        sum({{ name }})::integer as {{ name }},
        {% endfor -%}
    from {{ ref('stg_stats_files__weapons') }}
    where file_id in (select file_id from orphans)
    group by all

),

summed as (

    select
        match_id,
        player_id,
        any_value(session_id) as session_id,
        any_value(server) as server,
        any_value(map_name) as map_name,
        arg_min(played_on, round_number) as played_on,
        arg_max(player_name, round_number) as player_name,
        max(side) filter (round_number = 1) as first_half_side,
        max(side) filter (round_number = 2) as second_half_side,
        count(*) as round_count,
        bool_and(is_counted) as is_counted,
        min(not_counted_reason) as not_counted_reason,
        min(order_at) as order_at,
        {{ player_sums() }}
    from player_rounds
    group by match_id, player_id

),

-- the file of a second half whose first half is missing: totals of both, of the counters that span them
totals as (

    select
        orphans.match_id,
        coalesce(identities.player_id, lines.line_player_id) as player_id,
        sessions.session_id,
        orphans.server,
        orphans.map_name,
        orphans.played_on,
        orphans.order_at,
        lines.player_name,
        if(lines.line_side in (1, 2), 3 - lines.line_side, null) as first_half_side,
        if(lines.line_side in (1, 2), lines.line_side, null) as second_half_side,
        2 as round_count,
        false as is_counted,
        'first_half_missing' as not_counted_reason,
        lines.minutes_played * 60 as played_seconds,
        {% for name in ['kills', 'deaths', 'headshots', 'hits', 'shots'] -%}
        coalesce(weapon_sums.{{ name }}, 0) as {{ name }},
        {% endfor -%}
        {% for name in session_counters() -%}
        lines.{{ name }},
        {% endfor -%}
    from orphans
    inner join lines on lines.file_id = orphans.file_id
    inner join sessions on sessions.round_id = orphans.round_id
    left join identities on identities.line_player_id = lines.line_player_id
    left join weapon_sums
        on weapon_sums.file_id = lines.file_id
        and weapon_sums.line_player_id = lines.line_player_id
    -- of two merged players in one file the fuller line counts
    qualify row_number() over (
        partition by orphans.match_id, coalesce(identities.player_id, lines.line_player_id)
        order by lines.minutes_played desc nulls last, lines.line_player_id
    ) = 1

),

all_players as (

    select *, false as is_total_only from summed
    union all by name
    select *, true as is_total_only from totals

)

select
    ---------- ids
    match_id::varchar as match_id,
    player_id::varchar as player_id,
    session_id::varchar as session_id,
    server::varchar as server,

    ---------- text
    player_name::varchar as player_name,
    map_name::varchar as map_name,
    {{ side_name('first_half_side') }}::varchar as first_half_side_name,
    {{ side_name('second_half_side') }}::varchar as second_half_side_name,
    not_counted_reason::varchar as not_counted_reason,

    ---------- numbers
    first_half_side::tinyint as first_half_side,
    second_half_side::tinyint as second_half_side,
    round_count::integer as round_count,
    {% for name in player_number_columns() -%}
    {{ name }}::{{ player_number_type(name) }} as {{ name }},
    {% endfor -%}
    {{ player_metrics() }}

    ---------- booleans
    is_counted::boolean as is_counted,
    is_total_only::boolean as is_total_only,

    ---------- times
    played_on::date as played_on,
    order_at::timestamptz as order_at,
from all_players
