-- One proximity file in scope: what its name and its header say
{{ proximity_file_versions("file_number in (select file_number from " ~ ref('int_proximity__scope') ~ ")") }}
