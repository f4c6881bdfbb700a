-- One statement of one source about one side of a round (docs/contracts/score.md §3). Further sources add their rows here.
with

rounds as (

    select * from {{ ref('int_rounds') }}

),

headers as (

    select * from {{ ref('int_stats_files__current') }}

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

person_statements as (

    select
        subject as round_id,
        field as side_kind,
        value as stated_text,
        'annotation' as source,
    from annotations

),

statements as (

    select * from header_statements
    union all by name
    select * from person_statements

)

select
    round_id,
    side_kind,
    source,
    stated_text,
    {{ side_statement('stated_text') }} as statement_state,
    {{ side('stated_text') }} as side,
from statements
