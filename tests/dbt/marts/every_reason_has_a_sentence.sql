-- A reason without a sentence would be shown to people as a code.
{% set reasons = {
    'fct_rounds': [
        'not_counted_reason', 'score_confidence_reason', 'duration_unavailable_reason', 'end_reason_unavailable_reason', 'ended_at_unavailable_reason',
    ],
    'fct_matches': ['not_counted_reason', 'score_confidence_reason'],
    'fct_sessions': ['score_confidence_reason'],
    'fct_player_rounds': ['not_counted_reason'],
    'fct_player_matches': ['not_counted_reason'],
    'fct_round_events': ['reason_code'],
    'fct_raw_files': ['not_current_reason'],
    'fct_awards': ['player_unavailable_reason'],
    'fct_versus': ['subject_unavailable_reason', 'opponent_unavailable_reason'],
    'rpt_live_score': ['score_confidence_reason'],
    'fct_round_timings': ['no_lua_reason', 'pauses_unavailable_reason'],
    'fct_player_round_timings': ['lua_dead_unavailable_reason'],
    'fct_player_round_spawns': ['spawns_unavailable_reason', 'dead_seconds_unavailable_reason'],
    'fct_source_health': ['health_reason'],
    'fct_legacy_side_findings': ['not_proposed_reason'],
} %}

with

sentences as (

    select reason_code as reason from {{ ref('reason_codes') }}
    union
    select check_code as reason from {{ ref('checks') }}

),

shown as (

    {% for mart, columns in reasons.items() -%}
    {% set outer_loop = loop -%}
    {% for column in columns -%}
    select distinct '{{ mart }}.{{ column }}' as shown_in, {{ column }} as reason from {{ ref(mart) }}
    {{ 'union all' if not (loop.last and outer_loop.last) }}
    {% endfor -%}
    {% endfor %}
)

select
    shown.shown_in,
    shown.reason,
from shown
left join sentences on sentences.reason = shown.reason
where shown.reason is not null and sentences.reason is null
