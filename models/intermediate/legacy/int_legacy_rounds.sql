-- One round row of an existing database and what the raw files say about it. Legacy is compared, never authority (docs/existing-database.md §3).
with

legacy_rounds as (

    select * from {{ ref('stg_legacy__rounds') }}

),

servers as (

    select * from {{ ref('int_servers') }}

),

rounds as (

    select * from {{ ref('fct_rounds') }}
    where stats_file_name is not null

),

sides as (

    select * from {{ ref('int_round_sides') }}

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
    -- what the file itself states, unlike what was derived from a time or from the other half
    coalesce(sides.score_confidence <> 'ambiguous' and not sides.is_defender_derived and rounds.defender_side is not null, false) as is_defender_proven,
    coalesce(sides.score_confidence <> 'ambiguous' and sides.winner_rule is null and rounds.winner_side is not null, false) as is_winner_proven,
    first_halves.winner_side as first_half_winner_side,
    coalesce(rounds.ended_at, {{ round_end_of_stamp('zoned.stamp_at') }}) as ended_at,
    coalesce(rounds.order_at, {{ round_end_of_stamp('zoned.stamp_at') }}, zoned.received_at) as order_at,
    coalesce(rounds.played_on, zoned.stamp_local::date) as played_on,
from zoned
left join rounds
    on rounds.server = zoned.server
    and lower(left(rounds.stats_file_name, -4)) = zoned.file_stem
left join sides on sides.round_id = rounds.round_id
left join aborted
    on aborted.server = zoned.server
    and aborted.file_stem = zoned.file_stem
left join rounds as first_halves on first_halves.round_id = rounds.first_half_round_id
