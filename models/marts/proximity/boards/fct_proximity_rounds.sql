with

files as (

    select * from {{ ref('fct_proximity_files') }}
    where reason_code is null and round_id is not null

),

rounds as (

    select * from {{ ref('fct_rounds') }}

),

fights as (

    select
        file_id,
        count(*) as fight_count,
        count(*) filter (outcome = 'escaped') as escape_count,
        count(*) filter (is_crossfire) as crossfire_count,
    from {{ ref('fct_proximity_engagements') }}
    where is_fight
    group by all

),

trades as (

    select
        file_id,
        count(*) as tradeable_death_count,
        sum(opportunity_count) as opportunity_count,
        count(*) filter (success_count > 0) as traded_death_count,
        count(*) filter (is_isolated) as isolated_death_count,
    from {{ ref('fct_proximity_trades') }}
    group by all

),

support as (

    select
        file_id,
        sum(frame_count) as frame_count,
        sum(supported_frame_count) as supported_frame_count,
    from {{ ref('fct_proximity_support') }}
    group by all

),

pushes as (

    select
        file_id,
        count(*) as push_count,
    from {{ ref('fct_proximity_pushes') }}
    group by all

),

pairs as (

    select
        file_id,
        arg_max(
            player_name || ' and ' || mate_player_name,
            {'kills': kill_count, 'crossfires': crossfire_count, 'pair': player_id || mate_player_id}
        ) as best_duo,
        max(kill_count) as best_duo_kill_count,
    from {{ ref('fct_proximity_crossfire_pairs') }}
    where kill_count > 0
    group by all

),

joined as (

    select
        files.*,
        rounds.match_id,
        rounds.session_id,
        rounds.played_on,
        rounds.not_counted_reason,
        coalesce(rounds.is_counted, false) as round_is_counted,
        coalesce(rounds.order_at, files.order_at) as round_order_at,
        fights.* exclude (file_id),
        trades.* exclude (file_id),
        support.* exclude (file_id),
        pushes.push_count,
        pairs.best_duo,
        pairs.best_duo_kill_count,
    from files
    left join rounds on rounds.round_id = files.round_id
    left join fights on fights.file_id = files.file_id
    left join trades on trades.file_id = files.file_id
    left join support on support.file_id = files.file_id
    left join pushes on pushes.file_id = files.file_id
    left join pairs on pairs.file_id = files.file_id

)

select
    ---------- ids
    round_id::varchar as round_id,
    file_id::varchar as file_id,
    match_id::varchar as match_id,
    session_id::varchar as session_id,
    server::varchar as server,

    ---------- text
    map_name::varchar as map_name,
    family::varchar as family,
    confidence::varchar as confidence,
    not_counted_reason::varchar as not_counted_reason,
    sprint_unavailable_reason::varchar as sprint_unavailable_reason,
    best_duo::varchar as best_duo,
    {{ sample_confidence('coalesce(tradeable_death_count, 0)') }}::varchar as sample_confidence,
    {{ proximity_line() }}::varchar as summary_text,

    ---------- numbers
    round_number::tinyint as round_number,
    duration_seconds::double as duration_seconds,
    coalesce(fight_count, 0)::integer as fight_count,
    coalesce(escape_count, 0)::integer as escape_count,
    coalesce(crossfire_count, 0)::integer as crossfire_count,
    coalesce(tradeable_death_count, 0)::integer as tradeable_death_count,
    coalesce(traded_death_count, 0)::integer as traded_death_count,
    coalesce(isolated_death_count, 0)::integer as isolated_death_count,
    coalesce(opportunity_count, 0)::integer as trade_opportunity_count,
    {{ percent_of('supported_frame_count', 'frame_count') }} as support_percent,
    if(section_names like '%TEAM_PUSHES%', coalesce(push_count, 0), null)::integer as push_count,
    best_duo_kill_count::integer as best_duo_kill_count,
    player_count::integer as player_count,

    ---------- booleans
    (is_counted and round_is_counted)::boolean as is_counted,
    is_truncated::boolean as is_truncated,

    ---------- times
    played_on::date as played_on,
    round_order_at::timestamptz as order_at,
from joined
