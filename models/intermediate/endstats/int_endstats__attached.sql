select null::varchar observation_key, null::varchar round_id, null::varchar link_status, null::varchar confidence, null::timestamp stamp_local where false
