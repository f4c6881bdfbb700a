-- One stats observation: the version that counts of a stats file, with what its lines say about the whole file
with

versions as (

    select * from {{ ref('int_stats_files__versions') }}
    where is_current

),

lines as (

    select
        file_id,
        count(*) as line_count,
        count(*) filter (is_bot) as bot_count,
        max(minutes_played) as longest_minutes,
    from {{ ref('stg_stats_files__players') }}
    where line_defect is null
    group by all

)

select
    file_id,
    server,
    file_name,
    file_stem,
    {{ short_id("server || '|' || file_stem") }} as round_id,
    raw_sha256,
    map_name,
    config_name,
    round_number,
    header_defect is null as is_readable,
    header_defect,
    {% for column in ['defender_side', 'winner_side', 'timelimit_seconds', 'nexttime_seconds', 'playtime_seconds', 'has_negative_playtime', 'defender_text', 'winner_text'] -%}
    if(header_defect is null, {{ column }}, null) as {{ column }},
    {% endfor -%}
    header_field_count,
    coalesce(line_count, 0)::integer as line_count,
    coalesce(bot_count, 0)::integer as bot_count,
    longest_minutes,
    stamp_local,
    remote_modified_at,
from versions
left join lines using (file_id)
where stamp_local is not null and map_name is not null
