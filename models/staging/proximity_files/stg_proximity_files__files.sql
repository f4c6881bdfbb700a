-- One proximity file version: what its name and its header say, and how long it is (docs/formats/proximity-files.md §1 and §3).
-- Nothing here depends on the version line: the sections are read by the models of staging/proximity.
{{ proximity_file_versions(in_scope(source('raw', 'proximity_files'), file_id())) }}
