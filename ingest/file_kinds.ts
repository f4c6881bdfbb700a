import type { FileTable } from './raw_schema.ts'

export type FileKind = 'stats' | 'endstats' | 'gametimes' | 'proximity'

/** The raw table of each kind of file. */
export const tableOfKind: Readonly<Record<FileKind, FileTable>> = {
  stats: 'stats_files',
  endstats: 'endstats_files',
  gametimes: 'gametimes_files',
  proximity: 'proximity_files',
}

const roundFileName = /^\d{4}-\d{2}-\d{2}-\d{6}-.+-round-[12](-endstats)?\.txt$/
const gametimesFileName = /^gametime-[A-Za-z0-9_.+-]+-R\d+-\d+\.json$/
const proximityFileName = /^\d{4}-\d{2}-\d{2}-\d{6}-.+-round-\d+_engagements\.txt$/
const debugDump = /_(ws|endstats|lifecycle)\.txt$/
const looksLikeRoundFile = /^(\d{4}-\d{2}-\d{2}.*|.*-round-.*)\.txt$|^gametime-.*\.json$/i
const longestName = 255

/** Whether a name is one of a file directly in its folder: no path, nothing that a file system or a terminal reads otherwise. */
export function isSafeFileName(name: string): boolean {
  return name.length > 0 && name.length <= longestName && !name.startsWith('.') && !name.includes('..') && !/[/\\\p{Cc}]/u.test(name)
}

/**
 * What a file is by its name alone (docs/formats/stats-files.md §1, docs/formats/proximity-files.md §1): a kind, `ignored` (debug dumps and files that are none of ours),
 * or `unrecognised` for a name that means to be a round's file and is not.
 */
export function kindOfFileName(name: string): FileKind | 'ignored' | 'unrecognised' {
  if (name.startsWith('.')) return 'ignored'
  if (!isSafeFileName(name)) return 'unrecognised'
  const named = roundFileName.exec(name)
  if (named) return named[1] ? 'endstats' : 'stats'
  if (gametimesFileName.test(name)) return 'gametimes'
  if (proximityFileName.test(name)) return 'proximity'
  return looksLikeRoundFile.test(name) && !debugDump.test(name) ? 'unrecognised' : 'ignored'
}
