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

-- totals of both halves, which is what the file of a second half holds
our_totals as (

    select * from {{ ref('fct_player_matches') }}

),

-- the halves that both have, where a half is stored twice neither is compared
compared_rounds as (

    select * from legacy_rounds
    where round_id is not null
    qualify count(*) over (partition by source_name, round_id) = 1

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
        coalesce(ours.player_id, stored.guid8) as player_id,
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
    first_halves.round_id is not null as played_first_half,
    coalesce(
        our_totals.damage_given = joined.stored_damage_given and our_totals.damage_received = joined.stored_damage_received
        and our_totals.damage_given + our_totals.damage_received > 0,
        false
    ) as equals_totals,
from joined
inner join compared_rounds
    on compared_rounds.source_name = joined.source_name
    and compared_rounds.round_id = joined.round_id
left join our_totals
    on our_totals.match_id = compared_rounds.match_id
    and our_totals.player_id = joined.player_id
left join our_players as first_halves
    on first_halves.round_id = compared_rounds.first_half_round_id
    and first_halves.line_player_id = joined.guid8
