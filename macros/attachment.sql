{# What only ever attaches to a round, endstats and proximity, belongs to the only round of its server and map whose end lies within 30 s of its own
   (docs/contracts/identity.md §4). `ends` is a CTE with a key, server, map_name, ended_local on the server's own clock (which needs no time zone, not
   even in the doubled hour) and ended_at, the instant, where it is known. Gives each key that has candidates, how many, and one of them. -#}
{% macro rounds_ending_near(ends, key) -%}
select
    {{ key }},
    count(*) as candidate_count,
    any_value(round_id) as round_id,
    any_value(round_number) as round_number,
    any_value(offset_seconds) as offset_seconds,
from (
    select
        {{ ends }}.{{ key }},
        rounds.round_id,
        rounds.round_number,
        -- instants where both are known, else clocks
        coalesce(
            abs(epoch({{ ends }}.ended_at) - epoch(rounds.ended_at)),
            abs(epoch({{ ends }}.ended_local) - epoch(rounds.ended_local))
        ) as offset_seconds,
    from {{ ends }}
    -- minutes that the window around an end touches, so that the join has something to be equal on
    inner join (
        select
            round_id,
            server,
            map_name,
            round_number,
            ended_at,
            coalesce(timezone(time_zone, ended_at), {{ round_end_of_stamp('stamp_local') }}) as ended_local,
            unnest(list_distinct([
                date_trunc('minute', ended_local - interval 30 seconds),
                date_trunc('minute', ended_local + interval 30 seconds)
            ])) as minute_local,
        from {{ ref('int_rounds') }}
    ) as rounds
        on rounds.server = {{ ends }}.server
        and rounds.map_name = {{ ends }}.map_name
        and rounds.minute_local = date_trunc('minute', {{ ends }}.ended_local)
)
where offset_seconds <= 30
group by {{ key }}
{%- endmacro %}

{# The link that these candidates make: one is the round, two are ambiguous, none is unlinked. -#}
{% macro link_of_candidates(counted) -%}
coalesce({{ counted }}.candidate_count, 0)::integer as candidate_count,
{% for column in ['round_id', 'round_number', 'offset_seconds'] -%}
if({{ counted }}.candidate_count = 1, {{ counted }}.{{ column }}, null) as {{ column }},
{% endfor -%}
case
    when {{ counted }}.candidate_count is null then 'unlinked'
    when {{ counted }}.candidate_count = 1 then 'linked_round_id'
    else 'ambiguous'
end as link_status,
case
    when {{ counted }}.candidate_count > 1 then null
    when {{ counted }}.offset_seconds <= 5 then 'high'
    when {{ counted }}.offset_seconds is not null then 'medium'
end as confidence,
{%- endmacro %}
