-- What was not counted, and why?
-- gives: played_on, kind, map, subject, reason, sentence, detail
with

explained as (

    select
        check_code,
        round_id,
        raw_sha256,
        any_value(sentence) as sentence,
        string_agg(detail, '; ' order by detail) as detail,
    from fct_round_checks
    group by all

),

rounds as (

    select
        rounds.played_on,
        'round ' || rounds.round_number as kind,
        rounds.map_name,
        coalesce(rounds.stats_file_name, rounds.round_id) as subject,
        rounds.not_counted_reason as reason,
        any_value(explained.sentence) as sentence,
        string_agg(explained.detail, '; ' order by explained.detail) as detail,
    from fct_rounds as rounds
    left join explained
        on explained.round_id = rounds.round_id
        and explained.check_code = rounds.not_counted_reason
    where not rounds.is_counted
    group by rounds.round_id, rounds.played_on, rounds.round_number, rounds.map_name, rounds.stats_file_name, rounds.not_counted_reason

),

maps as (

    select
        matches.played_on,
        'map' as kind,
        matches.map_name,
        matches.match_id as subject,
        matches.not_counted_reason as reason,
        any_value(explained.sentence) as sentence,
        case
            when matches.second_half_round_id is null then 'the second half is missing'
            when matches.first_half_round_id is null then 'the first half is missing'
        end as detail,
    from fct_matches as matches
    left join explained
        on explained.round_id = coalesce(matches.first_half_round_id, matches.second_half_round_id)
        and explained.check_code = matches.not_counted_reason
    where not matches.is_counted
    group by all

),

files as (

    select
        try_cast(events.round_date as date) as played_on,
        'file' as kind,
        events.map_name,
        events.filename as subject,
        events.reason_code as reason,
        explained.sentence,
        explained.detail,
    from fct_round_events as events
    left join explained
        on explained.raw_sha256 = events.raw_sha256
        and explained.check_code = events.reason_code
    where events.reason_code is not null

)

select
    played_on,
    kind,
    map_name as map,
    subject,
    reason,
    sentence,
    detail,
from (
    select * from rounds
    union all by name
    select * from maps
    union all by name
    select * from files
) as everything
order by played_on desc nulls last, kind, subject, reason
