-- One match under the key of everything that its players' rows are made of (docs/decisions/0003-content-addressed-increments.md)
with

rounds as (

    select * from {{ ref('int_rounds__paired') }}

),

contexts as (

    select * from {{ ref('int_round_contexts') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

identity_versions as (

    select string_agg(line_player_id || '>' || player_id, '|' order by line_player_id) as identity_text
    from {{ ref('int_player_identities') }}

),

parts as (

    select
        rounds.match_id,
        rounds.round_number,
        rounds.round_id,
        -- an orphan has no player rows of its own, so its totals hang on its file
        coalesce(contexts.context_key, concat_ws('|', rounds.file_id, sessions.session_id, identity_versions.identity_text)) as part_key,
    from rounds
    inner join sessions on sessions.round_id = rounds.round_id
    left join contexts on contexts.round_id = rounds.round_id
    cross join identity_versions

)

select
    match_id,
    {{ short_id("string_agg(part_key, '|' order by round_number, round_id)") }} as match_key,
from parts
group by match_id
