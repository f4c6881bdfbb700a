-- One run of at least three rounds of a server of which sources told nothing from one round on, though they had told of rounds before it
with

rounds as (

    select * from {{ ref('int_posts__rounds') }}

),

-- what a server sends by itself; what people bring later is never silent
server_sources as (

    select source from {{ ref('completeness_weights') }}

),

events as (

    select distinct events.round_id, events.source
    from {{ ref('fct_round_events') }} as events
    inner join server_sources on server_sources.source = events.source
    where events.round_id is not null

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

silences as (

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

ended as (

    select server, source, max(covered_so_far) as newest_run
    from numbered
    group by all

),

-- sources that fail together, as the message and the file of one Lua module do, are one piece of news
runs as (

    select
        silences.server,
        silences.anchor_round_id,
        silences.round_key,
        list(silences.source order by silences.source) as sources,
        list(
            {
                'source': replace(silences.source, '_', ' '),
                'silent_rounds': silences.silent_count,
                'last': pages.map_title || ', round ' || pages.round_number || coalesce(', ended ' || pages.ended_clock_text, ''),
                'is_back': silences.covered_so_far < ended.newest_run
            }
            order by silences.source
        ) as silences,
        max(silences.order_at) as order_at,
        max(silences.happened_at) as happened_at,
    from silences
    inner join pages on pages.round_id = silences.last_covered_round_id
    inner join ended on ended.server = silences.server and ended.source = silences.source
    group by silences.server, silences.anchor_round_id, silences.round_key

),

silent_rounds as (

    select distinct
        silences.server,
        silences.anchor_round_id,
        begun.round_id,
    from silences
    inner join begun
        on begun.server = silences.server
        and begun.source = silences.source
        and begun.covered_so_far = silences.covered_so_far
    where not begun.is_covered

),

others as (

    select
        runs.server,
        runs.anchor_round_id,
        string_agg(distinct replace(events.source, '_', ' '), ', ' order by replace(events.source, '_', ' ')) as others_text,
    from runs
    inner join silent_rounds on silent_rounds.server = runs.server and silent_rounds.anchor_round_id = runs.anchor_round_id
    inner join events on events.round_id = silent_rounds.round_id
    where not list_contains(runs.sources, events.source)
    group by all

)

select
    runs.server,
    runs.server || '|' || runs.anchor_round_id as subject_id,
    runs.anchor_round_id,
    runs.round_key,
    runs.happened_at,
    runs.order_at,
    to_json({
        'server': runs.server,
        'silences': runs.silences,
        'others': others.others_text
    })::varchar as facts,
from runs
left join others on others.server = runs.server and others.anchor_round_id = runs.anchor_round_id
