-- One person in one period: the last 30 days up to the build's as_of, one season (a calendar quarter) or all time
with

builds as (

    select * from {{ ref('stg_operations__builds') }}
    where is_current

),

player_rounds as (

    select * from {{ ref('fct_player_rounds') }}
    where is_counted and not is_bot

),

matches as (

    select * from {{ ref('fct_matches') }}
    where is_counted

),

match_players as (

    select * from {{ ref('int_match_players') }}

),

in_periods as (

    select
        unnest([
            'all_time',
            'season',
            if(ended_at <= as_of and ended_at > as_of - interval 30 days, 'last_30_days', null)
        ]) as period_kind,
        unnest([
            'all_time',
            year(played_on) || '-Q' || quarter(played_on),
            'last_30_days'
        ]) as period,
        player_rounds.*,
    from player_rounds
    cross join builds

),

summed as (

    select
        period_kind,
        period,
        player_id,
        arg_max(player_name, {'at': order_at, 'round': round_id}) as player_name,
        count(*)::integer as round_count,
        {{ player_sums() }}
    from in_periods
    where period_kind is not null
    group by period_kind, period, player_id

),

results as (

    select
        unnest([
            'all_time',
            'season',
            if(matches.order_at <= as_of and matches.order_at > as_of - interval 30 days, 'last_30_days', null)
        ]) as period_kind,
        unnest([
            'all_time',
            year(played_on) || '-Q' || quarter(played_on),
            'last_30_days'
        ]) as period,
        match_players.player_id,
        matches.winner_team = if(match_players.first_half_side = matches.team_a_first_half_side, 'A', 'B') as is_won,
    from matches
    inner join match_players on match_players.match_id = matches.match_id
    cross join builds

),

won as (

    select
        period_kind,
        period,
        player_id,
        count(*)::integer as match_count,
        count(*) filter (is_won)::integer as matches_won,
    from results
    where period_kind is not null
    group by all

)

select
    summed.*,
    coalesce(won.match_count, 0) as match_count,
    coalesce(won.matches_won, 0) as matches_won,
    {{ percent_of('won.matches_won', 'won.match_count') }} as match_win_percent,
    {{ player_metrics() }}
from summed
left join won
    on won.period_kind = summed.period_kind
    and won.period = summed.period
    and won.player_id = summed.player_id
