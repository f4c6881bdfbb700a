-- One player in one half, as an existing database has him beside what the raw files say: a row of either or of both
with

legacy_players as (

    select * from {{ ref('stg_legacy__player_rounds') }}
    where round_number in (1, 2) and not starts_with(guid8, 'OMNIBOT')

),

legacy_rounds as (

    select * from {{ ref('int_legacy_rounds') }}
    where round_number in (1, 2)

),

our_players as (

    select * from {{ ref('fct_player_rounds') }}
    where not is_bot

),

files as (

    select
        rounds.round_id,
        rounds.file_id,
    from {{ ref('int_rounds__counted') }} as rounds

),

lines as (

    select * from {{ ref('stg_stats_files__players') }}
    where line_defect is null

),

-- the halves that both have, where a half is stored twice neither is compared
compared_rounds as (

    select
        legacy_rounds.*,
        files.file_id,
    from legacy_rounds
    inner join files on files.round_id = legacy_rounds.round_id
    qualify count(*) over (partition by legacy_rounds.source_name, legacy_rounds.round_id) = 1

),

stored as (

    select
        compared_rounds.round_id,
        compared_rounds.row_key as legacy_round_key,
        legacy_players.*,
    from compared_rounds
    inner join legacy_players
        on legacy_players.server = compared_rounds.server
        and legacy_players.source_name = compared_rounds.source_name
        and legacy_players.legacy_round_id = compared_rounds.row_key

),

ours as (

    select
        compared_rounds.row_key as legacy_round_key,
        compared_rounds.source_name,
        our_players.*,
    from compared_rounds
    inner join our_players on our_players.round_id = compared_rounds.round_id

),

joined as (

    select
        coalesce(stored.source_name, ours.source_name) as source_name,
        coalesce(stored.round_id, ours.round_id) as round_id,
        coalesce(stored.legacy_round_key, ours.legacy_round_key) as legacy_round_key,
        coalesce(stored.guid8, ours.line_player_id) as guid8,
        coalesce(ours.player_name, stored.player_name) as player_name,
        stored.row_key,
        stored.row_key is not null as is_stored,
        ours.round_id is not null as is_ours,
        ours.difference_mode,
        stored.damage_given as stored_damage_given,
        stored.damage_received as stored_damage_received,
        array_to_string(list_filter([
            {% for legacy_name, name in legacy_player_numbers() -%}
            if(
                stored.{{ legacy_name }} is distinct from ours.{{ name }} and ours.{{ name }} is not null
                    {{- " and abs(stored.time_played_minutes - ours.minutes_played) > 0.05" if legacy_name == 'time_played_minutes' }},
                '{{ legacy_name }} ' || coalesce(stored.{{ legacy_name }}::decimal(18, 1)::varchar, 'null') || ' instead of ' || ours.{{ name }}::decimal(18, 1),
                null
            ){{ ',' if not loop.last }}
            {% endfor -%}
        ], lambda difference: difference is not null), ', ') as differences,
    from stored
    full join ours
        on ours.source_name = stored.source_name
        and ours.round_id = stored.round_id
        and ours.line_player_id = stored.guid8

)

select
    joined.* exclude (differences, stored_damage_given, stored_damage_received),
    compared_rounds.server,
    compared_rounds.stats_file_name,
    compared_rounds.raw_sha256,
    compared_rounds.map_name,
    compared_rounds.round_number,
    compared_rounds.round_role,
    compared_rounds.order_at,
    compared_rounds.played_on,
    -- whole numbers without their decimal
    regexp_replace(joined.differences, '\.0(\D|$)', '\1', 'g') as differences,
    lines.guid8 is not null as is_in_file,
    -- the file's own totals, which in a second half hold both
    coalesce(
        lines.damage_given = joined.stored_damage_given and lines.damage_received = joined.stored_damage_received
        and lines.damage_given + lines.damage_received > 0,
        false
    ) as equals_file_totals,
from joined
inner join compared_rounds
    on compared_rounds.source_name = joined.source_name
    and compared_rounds.round_id = joined.round_id
left join lines
    on lines.file_id = compared_rounds.file_id
    and lines.guid8 = joined.guid8
