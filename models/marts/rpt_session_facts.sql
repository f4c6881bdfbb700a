-- One evening with everything that a post or a command shows of it
{{ config(materialized='exchanged') }}

with

pages as (

    select * from {{ rows_in_scope('rpt_session_pages') }}

),

sessions as (

    select * from {{ rows_in_scope('fct_sessions') }}

),

teams as (

    select * from {{ ref('int_posts__session_teams') }}

),

maps as (

    select
        session_id,
        list(
            {
                'map': map_title,
                'winner_team': if(is_counted, winner_team, null),
                'points': points_text,
                'first_half': first_half_short_text,
                'second_half': second_half_short_text,
                'confidence': {{ confidence_text('score_confidence', 'confidence_sentence') }},
                'is_verified': score_confidence = 'verified_header',
                'not_counted': not_counted_sentence
            }
            order by match_number
        ) as maps,
    from {{ rows_in_scope('rpt_match_pages') }}
    where session_id is not null
    group by session_id

),

awards as (

    select
        session_id,
        list(
            {'title': title, 'name': player_name, 'team': team, 'value': value_text || ' ' || unit}
            order by sort_order
        ) as awards,
    from {{ rows_in_scope('rpt_session_bests') }}
    group by session_id

),

placed as (

    select
        *,
        row_number() over (
            partition by session_id
            order by damage_per_minute desc nulls last, kills desc, player_id
        ) as place,
    from {{ rows_in_scope('fct_session_players') }}

),

players as (

    select
        session_id,
        list(
            {
                'place': place,
                'name': player_name,
                'team': team,
                'rounds': round_count::varchar,
                'kd': kills || '/' || deaths,
                'dpm': {{ whole_text('damage_per_minute') }},
                'accuracy': {{ whole_text('accuracy_percent', '%') }},
                'revives': coalesce(revives::varchar, '–')
            }
            order by place
        ) as players,
    from placed
    group by session_id

)

select
    ---------- ids
    pages.session_id::varchar as session_id,
    pages.server::varchar as server,
    sessions.first_round_id::varchar as anchor_round_id,

    ---------- text
    to_json({
        'day': pages.day_text,
        'hours': pages.hours_text,
        'server': pages.server,
        'result': pages.result_text,
        'score': pages.score_text,
        'confidence': {{ confidence_text('pages.score_confidence', 'pages.confidence_sentence') }},
        'counted': pages.counted_maps_text,
        'size': pages.round_count || if(pages.round_count = 1, ' round, ', ' rounds, ') || pages.player_count || ' players',
        'teams': coalesce(teams.teams, []),
        'maps': coalesce(maps.maps, []),
        'awards': coalesce(awards.awards, []),
        'players': coalesce(players.players, [])
    })::varchar as facts,

    ---------- times
    pages.order_at::timestamptz as order_at,
    pages.played_on::date as played_on,
from pages
inner join sessions on sessions.session_id = pages.session_id
left join teams on teams.session_id = pages.session_id
left join maps on maps.session_id = pages.session_id
left join awards on awards.session_id = pages.session_id
left join players on players.session_id = pages.session_id
