-- One endstats table that its round shows. Its endstats_key names everything that awards and duels of the round depend on:
-- the table, the roster and who was merged with whom; what is computed once under a key stays right.
with

attached as (

    select * from {{ ref('int_endstats__attached') }}
    where is_counted

),

rounds as (

    select
        round_id,
        file_id,
    from {{ ref('int_rounds') }}

),

merges as (

    select coalesce(string_agg(line_player_id || '>' || player_id, ',' order by line_player_id), '') as merged_players
    from {{ ref('int_player_identities') }}

)

select
    attached.round_id,
    attached.server,
    attached.content_key,
    rounds.file_id,
    {{ short_id("concat_ws('|', attached.round_id, attached.content_key, rounds.file_id, merges.merged_players)") }} as endstats_key,
from attached
inner join rounds on rounds.round_id = attached.round_id
cross join merges
