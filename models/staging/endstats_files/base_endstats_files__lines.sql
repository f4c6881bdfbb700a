-- One non-empty line of one endstats file version, without its line end (docs/formats/endstats-files.md §12.2)
{{ lines_of_files(source('raw', 'endstats_files')) }}
