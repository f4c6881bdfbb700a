with

player_rounds as (

    select * from {{ ref('fct_proximity_player_rounds') }}

),

rounds as (

    select * from {{ ref('fct_proximity_rounds') }}
    where is_counted

),

builds as (

    select as_of from {{ ref('stg_operations__builds') }}
    where is_current

),

boards as (

    select * from {{ ref('proximity_boards') }}

),

counted as (

    select
        player_rounds.*,
        rounds.order_at > builds.as_of - interval 30 days as is_recent,
    from player_rounds
    inner join rounds on rounds.file_id = player_rounds.file_id
    cross join builds

),

in_periods as (

    select *, 'all_time' as period from counted
    union all
    select *, '30_days' as period from counted where is_recent

),

summed as (

    {% for board, numerator, denominator, sample, scale in proximity_board_formulas() -%}
    select
        '{{ board }}' as board,
        period,
        player_id,
        arg_max(player_name, {'at': order_at, 'file': file_id}) as player_name,
        sum({{ numerator }})::double * {{ scale }} / nullif(sum({{ denominator }}), 0) as value,
        sum({{ sample }}) as sample_count,
        count(distinct file_id) as round_count,
    from in_periods
    -- rounds of a tracker that does not measure it say nothing either way
    where {{ numerator }} is not null and {{ denominator }} is not null
    group by period, player_id
    {% if not loop.last %}
    union all

    {% endif %}
    {%- endfor %}

),

judged as (

    select
        summed.*,
        boards.* exclude (board),
        {{ sample_confidence('summed.sample_count') }} as sample_confidence,
        boards.is_ranked and summed.sample_count >= boards.minimum_sample as has_place,
    from summed
    inner join boards on boards.board = summed.board
    where summed.value is not null

)

select
    ---------- ids
    board::varchar as board,
    period::varchar as period,
    player_id::varchar as player_id,

    ---------- text
    board_title::varchar as board_title,
    sentence::varchar as sentence,
    unit::varchar as unit,
    player_name::varchar as player_name,
    sample_confidence::varchar as sample_confidence,
    case
        when not is_ranked then 'described_only'
        when not has_place then 'sample_too_small'
    end::varchar as no_place_reason,

    ---------- numbers
    sort_order::integer as sort_order,
    case
        when has_place
            then rank() over (
                partition by board, period, has_place
                order by if(is_higher_better, -round(value, 6), round(value, 6))
            )
    end::integer as place,
    value::double as value,
    sample_count::integer as sample_count,
    round_count::integer as round_count,
    minimum_sample::integer as minimum_sample,

    ---------- booleans
    is_ranked::boolean as is_ranked,
from judged
