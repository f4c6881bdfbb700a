-- The id is the hash of the first round, so it must be among the hashes of all of them (docs/contracts/identity.md §6)
select sessions.session_id
from {{ ref('int_sessions') }} as sessions
left join {{ ref('int_session_aliases') }} as aliases
    on aliases.session_alias = sessions.session_id
    and aliases.session_id = sessions.session_id
where aliases.session_id is null
