select null::varchar check_code, null::varchar subject_kind, null::varchar subject, null::varchar detail, null::varchar raw_sha256, null::varchar round_id, null::varchar as server where false
