with

periods as (

    select * from {{ ref('int_player_periods') }}

),

boards as (

    select * from {{ ref('boards') }}

),

names as (

    select * from {{ ref('dim_players') }}

),

measured as (

    unpivot (
        select
            period_kind,
            period,
            player_id,
            {% set metrics = player_metric_names() + ['match_win_percent', 'round_count', 'match_count', 'kills', 'damage_given', 'revives', 'gibs', 'gun_shots', 'gun_hits'] -%}
            {% for name in metrics -%}
            {{ name }}::double as {{ name }},
            {% endfor -%}
        from periods
    )
    on {{ metrics | join(', ') }}
    into name metric value value

),

ranked as (

    select
        boards.board,
        boards.board_title,
        boards.unit,
        boards.sample,
        measured.period_kind,
        measured.period,
        measured.player_id,
        measured.value,
        samples.value as sample_size,
        case measured.period_kind
            when 'last_30_days' then boards.minimum_30_days
            when 'season' then boards.minimum_season
            else boards.minimum_all_time
        end as sample_minimum,
        boards.is_higher_better,
    from measured
    inner join boards on boards.metric = measured.metric
    inner join measured as samples
        on samples.metric = boards.sample
        and samples.period = measured.period
        and samples.player_id = measured.player_id

)

select
    ranked.board::varchar as board,
    ranked.board_title::varchar as board_title,
    ranked.period_kind::varchar as period_kind,
    ranked.period::varchar as period,
    ranked.player_id::varchar as player_id,
    names.player_name::varchar as player_name,
    ranked.unit::varchar as unit,
    ranked.sample::varchar as sample,
    rank() over (
        partition by ranked.board, ranked.period
        order by if(ranked.is_higher_better, -ranked.value, ranked.value)
    )::integer as place,
    ranked.value::double as value,
    ranked.sample_size::integer as sample_size,
    ranked.sample_minimum::integer as sample_minimum,
from ranked
inner join names on names.player_id = ranked.player_id
where ranked.sample_size >= ranked.sample_minimum
