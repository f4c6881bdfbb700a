-- One ordered pair of opponents in a round: what one of them did to the other
with

attached as (

    select
        round_id,
        content_key,
        server,
    from {{ ref('int_endstats__attached') }}
    where is_counted

),

versus as (

    select
        *,
        {{ name_key('subject_name') }} as subject_key,
        {{ name_key('opponent_name') }} as opponent_key,
    from {{ ref('int_endstats__versus') }}

),

round_names as (

    select * from {{ ref('int_endstats__round_names') }}

),

resolved as (

    select
        attached.round_id,
        attached.server,
        versus.*,
        if(starts_with(versus.subject_guid8, 'OMNIBOT'), null, versus.subject_guid8) as header_player_id,
        coalesce(header_player_id, subjects.player_id) as subject_player_id,
        opponents.player_id as opponent_player_id,
        case
            when versus.subject_unavailable_reason is not null then versus.subject_unavailable_reason
            when subject_player_id is not null then null
            when subjects.name_key is not null then 'name_not_unique'
            else 'name_unknown'
        end as reason_without_subject,
        case
            when opponents.player_id is not null then null
            when opponents.name_key is not null then 'name_not_unique'
            else 'name_unknown'
        end as opponent_unavailable_reason,
    from versus
    inner join attached on attached.content_key = versus.content_key
    left join round_names as subjects
        on subjects.round_id = attached.round_id
        and subjects.name_key = versus.subject_key
    left join round_names as opponents
        on opponents.round_id = attached.round_id
        and opponents.name_key = versus.opponent_key

)

select
    ---------- ids
    {{ short_id("round_id || '|' || file_id || '|' || line_number") }} as versus_id,
    round_id,
    server,
    subject_player_id,
    opponent_player_id,

    ---------- text
    subject_name,
    subject_source,
    reason_without_subject as subject_unavailable_reason,
    opponent_name,
    opponent_unavailable_reason,
    file_name,
    raw_sha256,

    ---------- numbers
    kills,
    deaths,
    line_number,

    ---------- booleans
    has_mirror,
from resolved
