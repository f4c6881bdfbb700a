with

pairs as (

    select * from {{ ref('fct_proximity_crossfire_pairs') }}

),

rounds as (

    select file_id from {{ ref('fct_proximity_rounds') }}
    where is_counted

),

summed as (

    select
        pairs.player_id,
        pairs.mate_player_id,
        arg_max(pairs.player_name, {'at': pairs.order_at, 'file': pairs.file_id}) as player_name,
        arg_max(pairs.mate_player_name, {'at': pairs.order_at, 'file': pairs.file_id}) as mate_player_name,
        sum(pairs.crossfire_count) as crossfire_count,
        sum(pairs.kill_count) as kill_count,
        sum(pairs.final_blow_count) as final_blow_count,
        sum(pairs.damage) as damage,
        sum(pairs.delay_sum_ms) as delay_sum_ms,
        sum(pairs.opportunity_count) as opportunity_count,
        sum(pairs.executed_count) as executed_count,
        count(distinct pairs.file_id) as round_count,
    from pairs
    inner join rounds on rounds.file_id = pairs.file_id
    group by all

)

select
    player_id::varchar as player_id,
    mate_player_id::varchar as mate_player_id,
    player_name::varchar as player_name,
    mate_player_name::varchar as mate_player_name,
    crossfire_count::integer as crossfire_count,
    kill_count::integer as kill_count,
    final_blow_count::integer as final_blow_count,
    damage::bigint as damage,
    {{ ratio('delay_sum_ms', 'crossfire_count') }} as mean_delay_ms,
    {{ percent_of('kill_count', 'crossfire_count') }} as kill_percent,
    opportunity_count::integer as opportunity_count,
    executed_count::integer as executed_count,
    round_count::integer as round_count,
    {{ sample_confidence('crossfire_count') }}::varchar as sample_confidence,
    rank() over (order by kill_count desc, crossfire_count desc)::integer as place,
from summed
where crossfire_count > 0
