with

rounds as (

    -- what only an existing database tells of is heard for a map that nothing else tells of
    select * from {{ ref('fct_rounds') }}
    qualify ingest_state <> 'source_legacy_only' or bool_and(ingest_state = 'source_legacy_only') over (partition by map_name)

),

matches as (

    select * from {{ ref('fct_matches') }}
    where is_complete and not_counted_reason is distinct from 'source_legacy_only'

),

titles as (

    select * from {{ ref('maps') }}

),

excluded_maps as (

    select * from {{ ref('excluded_maps') }}

),

played as (

    select
        map_name,
        count(*) as round_count,
        count(*) filter (is_counted and round_number = 1 and round_stopwatch_state is not null) as first_half_count,
        count(*) filter (is_counted and round_number = 1 and round_stopwatch_state = 'FULL_HOLD') as first_half_hold_count,
        count(*) filter (is_counted and round_number = 2 and round_stopwatch_state is not null) as second_half_count,
        count(*) filter (is_counted and round_number = 2 and round_stopwatch_state = 'FULL_HOLD') as second_half_hold_count,
        median(duration_seconds) filter (is_counted and round_number = 1 and round_stopwatch_state = 'TIME_SET') as median_set_seconds,
        min(duration_seconds) filter (is_counted and round_stopwatch_state = 'TIME_SET') as fastest_set_seconds,
        arg_min(round_id, {'s': duration_seconds, 'r': round_id}) filter (is_counted and round_stopwatch_state = 'TIME_SET') as fastest_set_round_id,
        if(2 * count(*) filter (defender_side = 2) > count(defender_side), 2, if(count(defender_side) > 0, 1, null)) as usual_defender_side,
        min(played_on) as first_played_on,
        max(played_on) as last_played_on,
    from rounds
    group by all

),

match_counts as (

    select
        map_name,
        count(*) as match_count,
        count(*) filter (map_result = 'draw') as drawn_match_count,
    from matches
    group by all

)

select
    played.map_name::varchar as map_name,
    coalesce(titles.map_title, played.map_name)::varchar as map_title,
    {{ side_name('played.usual_defender_side') }}::varchar as usual_defender_side_name,
    played.fastest_set_round_id::varchar as fastest_set_round_id,
    played.round_count::integer as round_count,
    coalesce(match_counts.match_count, 0)::integer as match_count,
    coalesce(match_counts.drawn_match_count, 0)::integer as drawn_match_count,
    played.first_half_count::integer as first_half_count,
    played.second_half_count::integer as second_half_count,
    {{ percent_of('played.first_half_hold_count', 'played.first_half_count') }} as first_half_hold_percent,
    {{ percent_of('played.second_half_hold_count', 'played.second_half_count') }} as second_half_hold_percent,
    played.median_set_seconds::double as median_set_seconds,
    played.fastest_set_seconds::double as fastest_set_seconds,
    excluded_maps.map_name is not null as is_excluded,
    played.first_played_on::date as first_played_on,
    played.last_played_on::date as last_played_on,
from played
left join match_counts on match_counts.map_name = played.map_name
left join titles on titles.map_name = played.map_name
left join excluded_maps on excluded_maps.map_name = played.map_name
