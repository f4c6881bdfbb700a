-- One endstats file that counts: the version that stands for its name, with a name that says when, on which map and in which round
select * from {{ ref('int_endstats__file_versions') }}
where is_current
    and stamp_local is not null
    and map_name is not null
    and stated_round_number is not null
