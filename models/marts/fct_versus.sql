-- One ordered pair of opponents in a round: what one of them did to the other
{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='fail',
    pre_hook="{{ forget_unasked('int_endstats__counted', 'endstats_key') }}",
) }}

with

tables as (

    select * from {{ ref('int_endstats__counted') }}
    {{ only_missing('endstats_key') }}

),

versus as (

    select
        *,
        {{ name_key('subject_name') }} as subject_key,
        {{ name_key('opponent_name') }} as opponent_key,
    from {{ ref('int_endstats__versus') }}

),

round_names as (

    select
        endstats_key,
        name_key,
        if(bool_and(is_only_bearer), any_value(player_id), null) as player_id,
    from {{ ref('int_endstats__round_names') }}
    group by all

),

round_players as (

    select distinct
        endstats_key,
        line_player_id,
        player_id,
    from {{ ref('int_endstats__round_names') }}

),

resolved as (

    select
        tables.endstats_key,
        tables.round_id,
        tables.server,
        versus.*,
        coalesce(round_players.player_id, subjects.player_id) as subject_player_id,
        opponents.player_id as opponent_player_id,
        case
            when versus.subject_unavailable_reason is not null then versus.subject_unavailable_reason
            when subject_player_id is not null then null
            when subjects.name_key is not null then 'name_not_unique'
            else 'name_unknown'
        end as reason_without_subject,
        case
            when opponents.player_id is not null then null
            when opponents.name_key is not null then 'name_not_unique'
            else 'name_unknown'
        end as opponent_unavailable_reason,
    from versus
    inner join tables on tables.content_key = versus.content_key
    left join round_players
        on round_players.endstats_key = tables.endstats_key
        and round_players.line_player_id = versus.subject_guid8
    left join round_names as subjects
        on subjects.endstats_key = tables.endstats_key
        and subjects.name_key = versus.subject_key
    left join round_names as opponents
        on opponents.endstats_key = tables.endstats_key
        and opponents.name_key = versus.opponent_key

)

select
    ---------- ids
    {{ short_id("round_id || '|' || file_id || '|' || line_number") }}::varchar as versus_id,
    endstats_key::varchar as endstats_key,
    round_id::varchar as round_id,
    server::varchar as server,
    subject_player_id::varchar as subject_player_id,
    opponent_player_id::varchar as opponent_player_id,

    ---------- text
    subject_name::varchar as subject_name,
    subject_source::varchar as subject_source,
    reason_without_subject::varchar as subject_unavailable_reason,
    opponent_name::varchar as opponent_name,
    opponent_unavailable_reason::varchar as opponent_unavailable_reason,
    file_name::varchar as file_name,
    raw_sha256::varchar as raw_sha256,

    ---------- numbers
    kills::integer as kills,
    deaths::integer as deaths,
    line_number::integer as line_number,

    ---------- booleans
    has_mirror::boolean as has_mirror,
from resolved
