-- One ordered pair of opponents in a round: what one of them did to the other
{{ config(materialized='exchanged') }}

with

tables as (

    select * from {{ ref('int_endstats__counted') }}

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
        round_id,
        name_key,
        if(bool_and(is_only_bearer), any_value(player_id), null) as player_id,
    from {{ ref('int_endstats__round_names') }}
    group by all

),

round_players as (

    select distinct
        round_id,
        line_player_id,
        player_id,
    from {{ ref('int_endstats__round_names') }}

),

resolved as (

    select
        tables.round_id,
        tables.server,
        tables.order_at,
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
        on round_players.round_id = tables.round_id
        and round_players.line_player_id = versus.subject_guid8
    left join round_names as subjects
        on subjects.round_id = tables.round_id
        and subjects.name_key = versus.subject_key
    left join round_names as opponents
        on opponents.round_id = tables.round_id
        and opponents.name_key = versus.opponent_key

)

select
    ---------- ids
    {{ short_id("round_id || '|' || file_id || '|' || line_number") }}::varchar as versus_id,
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

    ---------- times
    order_at::timestamptz as order_at,
from resolved
