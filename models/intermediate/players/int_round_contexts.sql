-- One round with everything about it that its players' rows show. Each context_key names all that those rows are made of,
-- so that a row is written once and stays right until its key changes.
with

pairs as (

    select * from {{ ref('int_stats_pairs') }}

),

rounds as (

    select * from {{ ref('int_rounds__counted') }}

),

outcomes as (

    select * from {{ ref('int_round_outcomes') }}

),

sessions as (

    select * from {{ ref('int_round_sessions') }}

),

matches as (

    select * from {{ ref('int_matches__scored') }}

),

identity_versions as (

    select {{ short_id("coalesce(string_agg(line_player_id || '>' || player_id, '|' order by line_player_id), '')") }} as identity_key
    from {{ ref('int_player_identities') }}

),

described as (

    select
        pairs.difference_key,
        rounds.round_id,
        rounds.match_id,
        sessions.session_id,
        rounds.server,
        rounds.map_name,
        rounds.round_number,
        rounds.played_on,
        rounds.ended_at,
        rounds.order_at,
        rounds.is_counted,
        rounds.not_counted_reason,
        outcomes.duration_seconds,
        -- the side on which team A stands in this round: it swaps after the first half
        if(rounds.round_number = 1, matches.team_a_first_half_side, 3 - matches.team_a_first_half_side)::tinyint as team_a_side,
        identity_versions.identity_key,
    from pairs
    inner join rounds on rounds.round_id = pairs.round_id
    inner join outcomes on outcomes.round_id = rounds.round_id
    inner join sessions on sessions.round_id = rounds.round_id
    left join matches on matches.match_id = rounds.match_id
    cross join identity_versions

),

keyed as (

    select
        *,
        {{ short_id("concat_ws('|', difference_key, identity_key, is_counted)") }} as weapon_key,
        {{ short_id("concat_ws(
            '|', difference_key, identity_key, match_id, coalesce(session_id, '-'), played_on, coalesce(epoch_us(ended_at), 0), epoch_us(order_at),
            coalesce(not_counted_reason, '-'), coalesce(duration_seconds, -1), coalesce(team_a_side, 0)
        )") }} as context_key,
    from described

)

select * exclude (identity_key) from keyed
