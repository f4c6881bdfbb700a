-- One state of one post that should be up, from the moment it is due
with

kinds as (

    select * from {{ ref('post_kinds') }}

),

rounds as (

    select * from {{ ref('int_posts__rounds') }}

),

round_facts as (

    select * from {{ ref('rpt_round_facts') }}

),

match_facts as (

    select * from {{ ref('rpt_match_facts') }}

),

session_facts as (

    select * from {{ ref('rpt_session_facts') }}

),

matches as (

    select * from {{ ref('fct_matches') }}
    where is_complete

),

sessions as (

    select * from {{ ref('fct_sessions') }}
    where complete_match_count > 0

),

timing_facts as (

    select * from {{ ref('rpt_timing_facts') }}

),

award_facts as (

    select * from {{ ref('int_posts__awards') }}

),

live as (

    select * from {{ ref('int_posts__live') }}

),

health as (

    select * from {{ ref('int_posts__health') }}

),

posts as (

    select
        'round' as post_kind,
        rounds.round_id as subject_id,
        rounds.round_id as anchor_round_id,
        rounds.round_key,
        rounds.server,
        -- without its file a round waits two minutes for it
        if(rounds.has_stats_file, rounds.happened_at, rounds.happened_at + interval 120 seconds) as due_at,
        rounds.order_at,
        round_facts.facts,
        'matches/' || rounds.match_id as page_path,
    from rounds
    inner join round_facts on round_facts.round_id = rounds.round_id

    union all by name

    select
        'map' as post_kind,
        matches.match_id as subject_id,
        rounds.round_id as anchor_round_id,
        rounds.round_key,
        rounds.server,
        if(rounds.has_stats_file, rounds.happened_at, rounds.happened_at + interval 120 seconds) as due_at,
        rounds.order_at,
        match_facts.facts,
        'matches/' || matches.match_id as page_path,
    from matches
    inner join rounds on rounds.round_id = matches.second_half_round_id
    inner join match_facts on match_facts.match_id = matches.match_id

    union all by name

    select
        'live' as post_kind,
        session_id as subject_id,
        anchor_round_id,
        round_key,
        server,
        due_at,
        order_at,
        facts,
        happened_at + interval 60 minutes as fresh_until,
        'sessions/' || session_id as page_path,
    from live

    union all by name

    select
        'session' as post_kind,
        sessions.session_id as subject_id,
        first_rounds.round_id as anchor_round_id,
        first_rounds.round_key,
        sessions.server,
        last_rounds.happened_at + {{ evening_over_after() }} as due_at,
        last_rounds.order_at,
        session_facts.facts,
        'sessions/' || sessions.session_id as page_path,
    from sessions
    inner join rounds as last_rounds on last_rounds.session_id = sessions.session_id and last_rounds.is_last_of_session
    inner join rounds as first_rounds on first_rounds.session_id = sessions.session_id and first_rounds.is_first_of_session
    inner join session_facts on session_facts.session_id = sessions.session_id

    union all by name

    select
        'timing' as post_kind,
        timing_facts.session_id as subject_id,
        first_rounds.round_id as anchor_round_id,
        first_rounds.round_key,
        timing_facts.server,
        last_rounds.happened_at as due_at,
        last_rounds.order_at,
        timing_facts.facts,
        'sessions/' || timing_facts.session_id as page_path,
    from timing_facts
    inner join rounds as last_rounds on last_rounds.session_id = timing_facts.session_id and last_rounds.is_last_of_session
    inner join rounds as first_rounds on first_rounds.session_id = timing_facts.session_id and first_rounds.is_first_of_session

    union all by name

    select
        'awards' as post_kind,
        rounds.round_id as subject_id,
        rounds.round_id as anchor_round_id,
        rounds.round_key,
        rounds.server,
        rounds.happened_at as due_at,
        rounds.order_at,
        award_facts.facts,
        'matches/' || rounds.match_id as page_path,
    from award_facts
    inner join rounds on rounds.round_id = award_facts.round_id

    union all by name

    select
        'health' as post_kind,
        subject_id,
        anchor_round_id,
        round_key,
        server,
        happened_at as due_at,
        order_at,
        facts,
        'health' as page_path,
    from health

)

select
    ---------- ids
    {{ short_id("posts.post_kind || '|' || posts.subject_id || '|' || epoch_us(posts.due_at)") }}::varchar as post_id,
    posts.subject_id::varchar as subject_id,
    posts.anchor_round_id::varchar as anchor_round_id,
    posts.server::varchar as server,

    ---------- text
    posts.post_kind::varchar as post_kind,
    kinds.subject_kind::varchar as subject_kind,
    kinds.channel_role::varchar as channel_role,
    (posts.post_kind || ' ' || posts.round_key)::varchar as post_key,
    posts.page_path::varchar as page_path,
    posts.facts::varchar as facts,
    {{ short_id("posts.post_kind || ' ' || posts.round_key || '|' || posts.facts") }}::varchar as facts_hash,

    ---------- times
    posts.due_at::timestamptz as due_at,
    coalesce(posts.fresh_until, posts.due_at + to_minutes(kinds.fresh_minutes))::timestamptz as fresh_until,
    posts.order_at::timestamptz as order_at,
from posts
inner join kinds on kinds.post_kind = posts.post_kind
