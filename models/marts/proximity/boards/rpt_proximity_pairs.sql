with

pairs as (

    select * from {{ ref('fct_proximity_crossfire_pairs') }}

),

page_rounds as (

    select * from {{ ref('int_proximity__page_rounds') }}

),

summed as (

    select
        page_rounds.scope_kind,
        page_rounds.scope_id,
        pairs.player_id,
        pairs.mate_player_id,
        arg_max(pairs.player_name, {'at': pairs.order_at, 'file': pairs.file_id}) as player_name,
        arg_max(pairs.mate_player_name, {'at': pairs.order_at, 'file': pairs.file_id}) as mate_player_name,
        sum(pairs.crossfire_count) as crossfire_count,
        sum(pairs.kill_count) as kill_count,
        sum(pairs.final_blow_count) as final_blow_count,
        sum(pairs.damage) as damage,
        sum(pairs.delay_sum_ms) as delay_sum_ms,
        count(*) as round_count,
    from pairs
    inner join page_rounds on page_rounds.file_id = pairs.file_id
    where pairs.crossfire_count > 0
    group by all

)

select
    ---------- ids
    scope_kind::varchar as scope_kind,
    scope_id::varchar as scope_id,
    player_id::varchar as player_id,
    mate_player_id::varchar as mate_player_id,

    ---------- text
    player_name::varchar as player_name,
    mate_player_name::varchar as mate_player_name,
    {{ sample_confidence('crossfire_count') }}::varchar as sample_confidence,

    ---------- numbers
    crossfire_count::integer as crossfire_count,
    kill_count::integer as kill_count,
    {{ percent_of('kill_count', 'crossfire_count') }} as kill_percent,
    final_blow_count::integer as final_blow_count,
    damage::bigint as damage,
    {{ ratio('delay_sum_ms', 'crossfire_count') }} as mean_delay_ms,
    round_count::integer as round_count,
    row_number() over (
        partition by scope_kind, scope_id
        order by kill_count desc, crossfire_count desc, player_id, mate_player_id
    )::integer as place,
from summed
