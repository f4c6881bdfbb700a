-- One non-empty line of one stats file version, without its line end (docs/formats/stats-files.md §2)
{{ lines_of_files(source('raw', 'stats_files')) }}
