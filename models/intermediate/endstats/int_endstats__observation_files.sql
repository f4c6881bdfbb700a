select null::varchar file_id, null::varchar observation_key where false
