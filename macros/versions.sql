{# Of the versions that a name has had, the one that counts; a quarantined one never does (docs/contracts/identity.md §2). `files` is a CTE with one
   row a version and its raw_sha256; `rank` numbers the versions of a name, the best first, and may look at is_quarantined. -#}
{% macro judged_versions(files, rank=none) -%}
select
    * exclude (version_rank),
    version_rank = 1 and not is_quarantined as is_current,
    case
        when is_quarantined then 'quarantined'
        when version_rank > 1 then 'better_version_landed'
    end as not_current_reason,
from (
    select
        *,
        {{ rank or version_rank() }} as version_rank,
    from (
        select
            {{ files }}.*,
            quarantined.raw_sha256 is not null as is_quarantined,
        from {{ files }}
        left join (
            select distinct subject as raw_sha256
            from {{ ref('int_annotations__standing') }}
            where kind = 'quarantine_file'
        ) as quarantined on quarantined.raw_sha256 = {{ files }}.raw_sha256
    )
)
{%- endmacro %}

{# How the versions of a file with a name of stats or endstats files rank: by content alone; when they arrived decides nothing. -#}
{% macro version_rank() -%}
row_number() over (
    partition by server, file_stem
    order by is_quarantined, ends_with_newline desc, sound_line_count desc, normalised_length desc, raw_sha256
)
{%- endmacro %}
