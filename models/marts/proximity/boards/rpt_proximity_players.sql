with

player_rounds as (

    select * from {{ ref('fct_proximity_player_rounds') }}

),

page_rounds as (

    select * from {{ ref('int_proximity__page_rounds') }}
    where scope_kind <> 'round'

),

summed as (

    select
        page_rounds.scope_kind,
        page_rounds.scope_id,
        player_rounds.player_id,
        arg_max(player_rounds.player_name, {'at': player_rounds.order_at, 'file': player_rounds.file_id}) as player_name,
        count(*) as round_count,
        {%- for name in proximity_counts() %}
        sum(player_rounds.{{ name }}) as {{ name }},
        {%- endfor %}
        sum(player_rounds.life_ms) as life_ms,
        sum(player_rounds.sampled_ms) as sampled_ms,
        sum(player_rounds.distance_units) as distance_units,
        sum(player_rounds.support_frame_count) as support_frame_count,
        sum(player_rounds.supported_frame_count) as supported_frame_count,
        sum(player_rounds.first_move_ms) as first_move_ms,
        sum(player_rounds.first_move_count) as first_move_count,
        -- a round whose tracker cannot see sprinting says nothing either way
        sum(player_rounds.sprint_sample_count) as sprint_sample_count,
        sum(player_rounds.sample_count) filter (player_rounds.sprint_sample_count is not null) as sprint_seen_sample_count,
        count(player_rounds.sprint_sample_count) as sprint_round_count,
        max(player_rounds.sprint_unavailable_reason) as sprint_unavailable_reason,
    from player_rounds
    inner join page_rounds on page_rounds.file_id = player_rounds.file_id
    group by page_rounds.scope_kind, page_rounds.scope_id, player_rounds.player_id

)

select
    ---------- ids
    scope_kind::varchar as scope_kind,
    scope_id::varchar as scope_id,
    player_id::varchar as player_id,

    ---------- text
    player_name::varchar as player_name,
    {{ sample_confidence('targeted_count') }}::varchar as fight_confidence,
    {{ sample_confidence('tradeable_death_count') }}::varchar as trade_confidence,
    {{ sample_confidence('life_count') }}::varchar as life_confidence,
    if(
        sprint_seen_sample_count > 0,
        null,
        {{ sprint_unavailable_sentence("coalesce(sprint_unavailable_reason, 'no_samples')") }}
    )::varchar as sprint_unavailable_sentence,

    ---------- numbers
    round_count::integer as round_count,
    targeted_count::integer as targeted_count,
    {{ percent_of('escape_count', 'targeted_count') }} as escape_percent,
    focused_count::integer as focused_count,
    {{ percent_of('focused_escape_count', 'focused_count') }} as focused_escape_percent,
    crossfire_count::integer as crossfire_count,
    crossfire_kill_count::integer as crossfire_kill_count,
    tradeable_death_count::integer as tradeable_death_count,
    {{ percent_of('traded_death_count', 'tradeable_death_count') }} as traded_percent,
    {{ percent_of('isolated_death_count', 'tradeable_death_count') }} as isolated_percent,
    trade_opportunity_count::integer as trade_opportunity_count,
    {{ percent_of('trade_opportunity_success_count', 'trade_opportunity_count') }} as trade_success_percent,
    {{ percent_of('supported_frame_count', 'support_frame_count') }} as support_percent,
    life_count::integer as life_count,
    {{ ratio('life_ms', 'life_count') }} / 1000 as mean_life_seconds,
    {{ ratio('distance_units', 'sampled_ms') }} * 60000 as distance_per_minute,
    {{ ratio('first_move_ms', 'first_move_count') }} as mean_first_move_ms,
    first_move_count::integer as first_move_count,
    {{ percent_of('sprint_sample_count', 'sprint_seen_sample_count') }} as sprint_percent,
    sprint_round_count::integer as sprint_round_count,
from summed
