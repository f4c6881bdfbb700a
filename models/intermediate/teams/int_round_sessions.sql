-- One round with the session it was played in: rounds of one server whose ends are at most an hour apart (docs/contracts/score.md §8).
-- Header-only files, unreadable files and rounds with bots neither open nor extend a session; they belong to it when they lie inside it.
with

rounds as (

    select
        *,
        is_readable and line_count > 0 and bot_count = 0 as extends_session,
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
        count(*) filter (opens_session) over (partition by server order by order_at, round_key) as session_number,
    from with_gap

),

named as (

    select
        round_id,
        first_value(round_id) over (partition by server, session_number order by order_at, round_key) as first_round_id,
    from numbered

),

placed as (

    select
        rounds.round_id,
        rounds.extends_session,
        last_value(named.first_round_id ignore nulls) over earlier as earlier_first_round_id,
        first_value(named.first_round_id ignore nulls) over later as later_first_round_id,
    from rounds
    left join named on named.round_id = rounds.round_id
    window
        earlier as (
            partition by rounds.server order by rounds.order_at, rounds.round_key
            rows between unbounded preceding and current row
        ),
        later as (
            partition by rounds.server order by rounds.order_at, rounds.round_key
            rows between current row and unbounded following
        )

)

select
    round_id,
    extends_session,
    if(
        earlier_first_round_id = later_first_round_id,
        {{ short_id("'session|' || earlier_first_round_id") }},
        null
    ) as session_id,
from placed
