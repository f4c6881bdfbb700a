-- One round payload as it arrived, and whether it is the version that counts of its message or file (docs/contracts/identity.md §2)
with

payloads as (

    select * from {{ ref('stg_lua_timing__payloads') }}

),

described as (

    select
        payloads.*,
        -- a message has one id wherever it was landed; a file's name is its server's
        if(source = 'stats_ready', file_name, concat_ws('|', server, lower(file_name))) as version_key,
    from payloads

)

{% set rank %}
row_number() over (
    partition by source, version_key
    order by
        is_quarantined,
        is_readable desc,
        field_count - defect_count desc,
        edited_at desc nulls last,
        size_bytes desc,
        raw_sha256,
        arrival_id
)
{% endset %}
{{ judged_versions('described', rank) }}
