import type { FileTable } from './raw_schema.ts'

export type FileKind = 'stats' | 'endstats' | 'proximity'

/** The raw table of each kind of file. */
export const tableOfKind: Readonly<Record<FileKind, FileTable>> = {
  stats: 'stats_files',
  endstats: 'endstats_files',
  proximity: 'proximity_files',
}

const roundFileName = /^\d{4}-\d{2}-\d{2}-\d{6}-.+-round-[12](-endstats)?\.txt$/
const proximityFileName = /^\d{4}-\d{2}-\d{2}-\d{6}-.+-round-\d+_engagements\.txt$/
const debugDump = /_(ws|endstats|lifecycle)\.txt$/
const looksLikeRoundFile = /^(\d{4}-\d{2}-\d{2}.*|.*-round-.*)\.txt$/i

/**
 * What a file is by its name alone (docs/formats/stats-files.md §1, docs/formats/proximity-files.md §1): a kind, `ignored` (debug dumps and files that are none of ours),
 * or `unrecognised` for a name that means to be a round's file and is not.
 */
export function kindOfFileName(name: string): FileKind | 'ignored' | 'unrecognised' {
  const named = roundFileName.exec(name)
  if (named) return named[1] ? 'endstats' : 'stats'
  if (proximityFileName.test(name)) return 'proximity'
  return looksLikeRoundFile.test(name) && !debugDump.test(name) ? 'unrecognised' : 'ignored'
}
