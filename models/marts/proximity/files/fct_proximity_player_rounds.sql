with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

players as (

    select * from {{ ref('int_proximity__players') }}
    where player_id is not null

),

measures as (

    select * from {{ ref('int_proximity__player_measures') }}

),

people as (

    select
        file_id,
        player_id,
        arg_min(player_name, guid) as player_name,
        arg_min(side, guid) as side,
    from players
    group by all

),

summed as (

    select
        players.file_id,
        players.player_id,
        {%- for name in proximity_counts() + proximity_sums() %}
        sum(measures.{{ name }}) as {{ name }},
        {%- endfor %}
        max(measures.peak_speed) as peak_speed,
    from players
    inner join measures on measures.file_id = players.file_id and measures.guid = players.guid
    group by players.file_id, players.player_id

)

select
    ---------- ids
    {{ proximity_file_ids() }},
    people.player_id::varchar as player_id,

    ---------- text
    people.player_name::varchar as player_name,
    {{ side_name('people.side') }}::varchar as side_name,
    coalesce(
        files.sprint_unavailable_reason,
        if(coalesce(summed.sample_count, 0) = 0, 'no_samples', null)
    )::varchar as sprint_unavailable_reason,

    ---------- numbers
    people.side::tinyint as side,
    {% for name in proximity_counts() -%}
    coalesce(summed.{{ name }}, 0)::integer as {{ name }},
    {% endfor -%}
    {% for name in proximity_sums() -%}
    summed.{{ name }}::{{ proximity_sum_type(name) }} as {{ name }},
    {% endfor -%}
    summed.peak_speed::double as peak_speed,
    {{ percent_of('summed.escape_count', 'summed.targeted_count') }} as escape_percent,
    {{ percent_of('summed.supported_frame_count', 'summed.support_frame_count') }} as support_percent,
    {{ percent_of('summed.sprint_sample_count', 'summed.sample_count') }} as sprint_percent,
    {{ ratio('summed.speed_sum', 'summed.moving_sample_count') }} as mean_speed,

    ---------- times
    files.order_at::timestamptz as order_at,
from summed
inner join files on files.file_id = summed.file_id
inner join people on people.file_id = summed.file_id and people.player_id = summed.player_id
