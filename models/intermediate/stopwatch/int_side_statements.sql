-- One statement of one source about one side of a round (docs/contracts/score.md §3)
with

rounds as (

    select * from {{ ref('int_rounds') }}

),

headers as (

    select * from {{ ref('int_stats_files__current') }}

),

lua_observations as (

    select * from {{ ref('int_lua_observations') }}

),

annotations as (

    select * from {{ ref('int_annotations__standing') }}
    where kind = 'set_side' and field in ('defender', 'winner')

),

header_statements as (

    select
        rounds.round_id,
        unnest(['defender', 'winner']) as side_kind,
        unnest([headers.defender_text, headers.winner_text]) as stated_text,
        'header' as source,
    from rounds
    inner join headers on headers.file_id = rounds.file_id

),

payload_statements as (

    select
        rounds.round_id,
        unnest(['defender', 'winner']) as side_kind,
        unnest([lua_observations.defender_text, lua_observations.winner_text]) as stated_text,
        'payload' as source,
    from rounds
    inner join lua_observations on lua_observations.lua_key = rounds.lua_key

),

person_statements as (

    select
        subject as round_id,
        field as side_kind,
        value as stated_text,
        'annotation' as source,
    from annotations

),

-- where neither a file nor a payload speaks
legacy_statements as (

    select
        round_id,
        unnest(['defender', 'winner']) as side_kind,
        unnest([legacy_defender_text, legacy_winner_text]) as stated_text,
        'legacy_row' as source,
    from rounds
    where legacy_arrival_id is not null

),

statements as (

    select * from header_statements
    union all by name
    select * from payload_statements
    union all by name
    select * from person_statements
    union all by name
    select * from legacy_statements

)

select
    round_id,
    side_kind,
    source,
    stated_text,
    {{ side_statement('stated_text') }} as statement_state,
    {{ side('stated_text') }} as side,
from statements
