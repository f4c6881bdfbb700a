-- Which scores are not verified, and why?
-- gives: played_on, kind, map, subject, confidence, reason, findings
with

findings as (

    select
        round_id,
        string_agg(distinct finding || coalesce(' (' || stated_text || ')', ''), ', ' order by finding || coalesce(' (' || stated_text || ')', '')) as findings,
    from fct_side_diagnostics
    group by all

)

select
    sessions.played_on,
    'evening' as kind,
    null::varchar as map,
    sessions.team_a_name || ' - ' || sessions.team_b_name as subject,
    sessions.score_confidence as confidence,
    sessions.score_confidence_reason as reason,
    sessions.counted_maps_text as findings,
from fct_sessions as sessions
where sessions.score_confidence <> 'verified_header'

union all

select
    rounds.played_on,
    'round ' || rounds.round_number as kind,
    rounds.map_name as map,
    coalesce(rounds.stats_file_name, rounds.round_id) as subject,
    rounds.score_confidence as confidence,
    rounds.score_confidence_reason as reason,
    findings.findings,
from fct_rounds as rounds
left join findings on findings.round_id = rounds.round_id
where rounds.score_confidence <> 'verified_header'
order by played_on desc nulls last, kind, subject
