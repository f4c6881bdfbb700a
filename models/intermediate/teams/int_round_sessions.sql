-- One round with the session it was played in: rounds of one server whose ends are at most an hour apart (docs/contracts/score.md §8).
-- Header-only files, unreadable files, ghosts, rounds with bots and those that tell of a round known already neither open nor extend a session;
-- they belong to it when they lie inside it. Rounds that only an existing database tells of belong to none: an evening is what files and Lua tell.
with

rounds as (

    select
        *,
        is_readable
        and bot_count = 0
        and not is_ghost
        and stands_aside_reason is null
        and (line_count > 0 or not has_file) as extends_session,
    from {{ ref('int_rounds__paired') }}

),

with_gap as (

    select
        round_id,
        server,
        round_key,
        order_at,
        coalesce(
            order_at - lag(order_at) over (partition by server order by order_at, round_key) > {{ session_gap() }},
            true
        ) as opens_session,
    from rounds
    where extends_session

),

numbered as (

    select
        round_id,
        server,
        round_key,
        order_at,
        sum(opens_session::integer) over (
            partition by server order by order_at, round_key
            rows between unbounded preceding and current row
        ) as session_number,
    from with_gap

),

openers as (

    select
        server,
        session_number,
        arg_min(round_id, {'at': order_at, 'key': round_key}) as first_round_id,
    from numbered
    group by all

),

-- between two rounds of one session lies that session
placed as (

    select
        rounds.round_id,
        rounds.server,
        rounds.extends_session,
        rounds.legacy_arrival_id,
        max(numbered.session_number) over (in_order rows between unbounded preceding and current row) as session_before,
        min(numbered.session_number) over (in_order rows between current row and unbounded following) as session_after,
    from rounds
    left join numbered on numbered.round_id = rounds.round_id
    window in_order as (partition by rounds.server order by rounds.order_at, rounds.round_key)

)

select
    placed.round_id,
    placed.extends_session,
    {{ short_id("'session|' || openers.first_round_id") }} as session_id,
from placed
left join openers
    on openers.server = placed.server
    and openers.session_number = if(placed.session_before = placed.session_after and placed.legacy_arrival_id is null, placed.session_before, null)
