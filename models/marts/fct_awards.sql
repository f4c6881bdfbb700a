-- One award of a round
with

attached as (

    select
        round_id,
        content_key,
        server,
    from {{ ref('int_endstats__attached') }}
    where is_counted

),

awards as (

    select * from {{ ref('int_endstats__awards') }}
    where occurrence = 1 and not is_ignored

),

round_names as (

    select * from {{ ref('int_endstats__round_names') }}

),

resolved as (

    select
        attached.round_id,
        attached.server,
        awards.*,
        round_names.player_id,
        case
            when round_names.player_id is not null then null
            when round_names.name_key is not null then 'name_not_unique'
            else 'name_unknown'
        end as player_unavailable_reason,
    from awards
    inner join attached on attached.content_key = awards.content_key
    left join round_names
        on round_names.round_id = attached.round_id
        and round_names.name_key = {{ name_key('awards.player_name') }}

)

select
    ---------- ids
    round_id,
    server,
    award,
    player_id,

    ---------- text
    award_label,
    player_name,
    player_unavailable_reason,
    value_text,
    unit,
    scope,
    file_name,
    raw_sha256,

    ---------- numbers
    value_number,
    sort_order,
    line_number,
from resolved
