-- One message that the bot sent, or tried to send
with

entries as (

    select * from {{ ref('stg_operations__bot_posts') }}

),

fingerprints as (

    select fingerprint, round_id
    from {{ ref('bdg_round_fingerprints') }}
    where is_unique_overall

),

messages as (

    select
        post_kind,
        anchor_round_id,
        channel_id,
        max(message_id) filter (entry_kind in ('sent', 'edited')) as message_id,
        count(*) filter (entry_kind = 'edited') as edit_count,
        arg_max(entry_kind, {'at': written_at, 'is_receipt': entry_kind <> 'intent', 'id': entry_id}) as last_entry_kind,
        arg_max(detail, {'at': written_at, 'is_receipt': entry_kind <> 'intent', 'id': entry_id}) filter (entry_kind = 'failed') as last_failure,
        min(written_at) filter (entry_kind = 'sent') as sent_at,
        max(written_at) as last_entry_at,
    from entries
    group by all

)

select
    ---------- ids
    messages.post_kind::varchar as post_kind,
    messages.anchor_round_id::varchar as anchor_round_id,
    fingerprints.round_id::varchar as round_id,
    messages.channel_id::varchar as channel_id,
    messages.message_id::varchar as message_id,

    ---------- text
    case messages.last_entry_kind when 'intent' then 'open' else messages.last_entry_kind end::varchar as post_state,
    messages.last_failure::varchar as last_failure,

    ---------- numbers
    messages.edit_count::integer as edit_count,

    ---------- times
    messages.sent_at::timestamptz as sent_at,
    messages.last_entry_at::timestamptz as last_entry_at,
from messages
left join fingerprints on fingerprints.fingerprint = messages.anchor_round_id
