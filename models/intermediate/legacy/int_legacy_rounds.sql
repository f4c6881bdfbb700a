-- One round row of an existing database and what the raw files say about it. Legacy is compared, never authority (docs/existing-database.md §4).
with

legacy_rounds as (

    select * from {{ ref('stg_legacy__rounds') }}

),

servers as (

    select * from {{ ref('int_servers') }}

),

rounds as (

    select * from {{ ref('fct_rounds') }}
    where has_stats_file

),

-- sides that the file itself does not state: from the other half, or from a time
derived_sides as (

    select
        round_id,
        bool_or(side_kind = 'defender') as is_defender_derived,
        bool_or(side_kind = 'winner') as is_winner_derived,
    from {{ ref('fct_side_diagnostics') }}
    where finding in ('defender_of_other_round', 'winner_held_to_the_limit', 'winner_second_half_limit_shorter')
    group by all

),

aborted as (

    select distinct
        server,
        lower(left(filename, -4)) as file_stem,
    from {{ ref('fct_round_events') }}
    where source = 'stats_file' and round_id is null and reason_code = 'aborted'

),

zoned as (

    select
        legacy_rounds.*,
        timezone(coalesce(servers.time_zone, 'UTC'), legacy_rounds.stamp_local) as stamp_at,
    from legacy_rounds
    left join servers on servers.server = legacy_rounds.server

)

select
    zoned.server,
    zoned.source_name,
    zoned.row_key,
    zoned.row_sha256,
    zoned.legacy_match_id,
    zoned.file_stem,
    zoned.map_name,
    zoned.round_number,
    zoned.round_date_text,
    zoned.round_time_text,
    zoned.round_status_text,
    zoned.defender_team_text,
    zoned.winner_team_text,
    {% for name in legacy_contract_columns() -%}
    zoned.{{ name }}_text,
    {% endfor -%}
    rounds.round_id,
    rounds.match_id,
    rounds.stats_file_name,
    rounds.raw_sha256,
    rounds.round_role,
    case
        when rounds.round_id is not null then 'round'
        when aborted.file_stem is not null then 'aborted'
        else 'no_file'
    end as file_state,
    rounds.defender_side,
    rounds.winner_side,
    rounds.score_confidence,
    rounds.score_confidence_reason,
    coalesce(
        rounds.score_confidence <> 'ambiguous' and rounds.defender_side is not null and not coalesce(derived_sides.is_defender_derived, false),
        false
    ) as is_defender_proven,
    coalesce(
        rounds.score_confidence <> 'ambiguous' and rounds.winner_side is not null and not coalesce(derived_sides.is_winner_derived, false),
        false
    ) as is_winner_proven,
    rounds.first_half_round_id,
    first_halves.winner_side as first_half_winner_side,
    coalesce(rounds.ended_at, {{ round_end_of_stamp('zoned.stamp_at') }}) as ended_at,
    coalesce(rounds.order_at, {{ round_end_of_stamp('zoned.stamp_at') }}, zoned.received_at) as order_at,
    coalesce(rounds.played_on, zoned.stamp_local::date) as played_on,
from zoned
left join rounds
    on rounds.server = zoned.server
    and lower(left(rounds.stats_file_name, -4)) = zoned.file_stem
left join derived_sides on derived_sides.round_id = rounds.round_id
left join aborted
    on aborted.server = zoned.server
    and aborted.file_stem = zoned.file_stem
left join rounds as first_halves on first_halves.round_id = rounds.first_half_round_id
