-- One run of at least three rounds of a server of which a source told nothing, though it had told of the round before them
with

rounds as (

    select * from {{ ref('int_posts__rounds') }}

),

events as (

    select distinct round_id, source
    from {{ ref('fct_round_events') }}
    where round_id is not null

),

pages as (

    select * from {{ ref('rpt_round_pages') }}

),

known_sources as (

    select distinct rounds.server, events.source
    from rounds
    inner join events on events.round_id = rounds.round_id

),

covered as (

    select
        rounds.server,
        rounds.round_id,
        rounds.round_key,
        rounds.order_at,
        rounds.happened_at,
        known_sources.source,
        events.round_id is not null as is_covered,
    from rounds
    inner join known_sources on known_sources.server = rounds.server
    left join events on events.round_id = rounds.round_id and events.source = known_sources.source

),

numbered as (

    select
        *,
        row_number() over of_source as round_place,
        count(*) filter (is_covered) over of_source as covered_so_far,
    from covered
    window of_source as (partition by server, source order by order_at, round_id rows unbounded preceding)

),

-- each covered round begins a run of its own: itself, then the rounds of which the source told nothing
begun as (

    select
        *,
        row_number() over (partition by server, source, covered_so_far order by round_place) as place_in_run,
    from numbered
    where covered_so_far > 0

),

runs as (

    select
        server,
        source,
        covered_so_far,
        arg_min(round_id, round_place) as last_covered_round_id,
        arg_min(round_id, round_place) filter (not is_covered) as anchor_round_id,
        arg_min(round_key, round_place) filter (not is_covered) as round_key,
        count(*) filter (not is_covered) as silent_count,
        max(order_at) as order_at,
        max(happened_at) filter (place_in_run = 4) as happened_at,
    from begun
    group by server, source, covered_so_far
    having silent_count >= 3

),

others as (

    select
        silent.server,
        silent.source,
        silent.covered_so_far,
        string_agg(distinct replace(events.source, '_', ' '), ', ' order by replace(events.source, '_', ' ')) as others_text,
    from numbered as silent
    inner join events on events.round_id = silent.round_id
    where not silent.is_covered
    group by all

),

ended as (

    select server, source, max(covered_so_far) as newest_run
    from numbered
    group by all

)

select
    runs.server,
    runs.source,
    runs.server || '|' || runs.source || '|' || runs.last_covered_round_id as subject_id,
    runs.anchor_round_id,
    runs.round_key,
    runs.happened_at,
    runs.order_at,
    to_json({
        'server': runs.server,
        'source': replace(runs.source, '_', ' '),
        'silent_rounds': runs.silent_count,
        'last': pages.map_title || ', round ' || pages.round_number || coalesce(', ended ' || pages.ended_clock_text, ''),
        'others': others.others_text,
        'is_back': runs.covered_so_far < ended.newest_run
    })::varchar as facts,
from runs
inner join pages on pages.round_id = runs.last_covered_round_id
inner join ended on ended.server = runs.server and ended.source = runs.source
left join others
    on others.server = runs.server
    and others.source = runs.source
    and others.covered_so_far = runs.covered_so_far
