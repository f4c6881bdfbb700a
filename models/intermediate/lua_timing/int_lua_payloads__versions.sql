-- One round payload as it arrived, and whether it is the version that counts of its message or file (docs/contracts/identity.md §2)
with

payloads as (

    select * from {{ ref('stg_lua_timing__payloads') }}

),

quarantined as (

    select subject as raw_sha256
    from {{ ref('int_annotations__standing') }}
    where kind = 'quarantine_file'
    group by all

),

described as (

    select
        payloads.*,
        quarantined.raw_sha256 is not null as is_quarantined,
        -- a message has one id wherever it was landed; a file's name is its server's
        if(source = 'stats_ready', file_name, concat_ws('|', server, lower(file_name))) as version_key,
    from payloads
    left join quarantined on quarantined.raw_sha256 = payloads.raw_sha256

),

ranked as (

    select
        *,
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
        ) as version_rank,
    from described

)

select
    * exclude (version_rank),
    version_rank = 1 and not is_quarantined as is_current,
    case
        when is_quarantined then 'quarantined'
        when version_rank > 1 then 'better_version_landed'
    end as not_current_reason,
from ranked
