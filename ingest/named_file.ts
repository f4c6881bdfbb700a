import { isSafeFileName, kindOfFileName } from './file_kinds.ts'

/** A file that a message names: to be fetched, or refused because its name is none of a file of ours. */
export type NamedFile = { ok: true; fileName: string } | { ok: false; fileName: string; reason: 'unsafe_name' | 'unrecognised_name' }

const longestShown = 255

/** The file that a message names (docs/operations.md, "Messages that name a file"): the first text in backticks that ends in `.txt`; undefined without one. */
export function namedFile(content: string): NamedFile | undefined {
  const quoted = /`([^`]*\.txt)`/.exec(content)?.[1]
  if (quoted === undefined) return undefined
  const fileName = quoted.slice(0, longestShown)
  if (!isSafeFileName(quoted)) return { ok: false, fileName, reason: 'unsafe_name' }
  const kind = kindOfFileName(quoted)
  return kind === 'stats' || kind === 'endstats' ? { ok: true, fileName } : { ok: false, fileName, reason: 'unrecognised_name' }
}
