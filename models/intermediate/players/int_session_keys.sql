-- One session under the key of everything that its players' rows are made of (docs/decisions/0003-content-addressed-increments.md)
with

contexts as (

    select * from {{ ref('int_round_contexts') }}
    where session_id is not null

),

matches as (

    select * from {{ ref('int_matches__scored') }}
    where session_id is not null

),

played as (

    select
        session_id,
        string_agg(context_key, '|' order by round_id) as round_keys,
    from contexts
    group by all

),

scored as (

    select
        session_id,
        string_agg(concat_ws('/', match_id, is_counted, winner_team, team_a_first_half_side), '|' order by match_id) as match_keys,
    from matches
    group by all

)

select
    played.session_id,
    {{ short_id("concat_ws('||', played.session_id, played.round_keys, scored.match_keys)") }} as session_key,
from played
left join scored on scored.session_id = played.session_id
