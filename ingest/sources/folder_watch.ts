import { lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { kindOfFileName } from '../file_kinds.ts'
import { type FolderSource, offer } from './folder.ts'
import { pauseFor } from './keep_trying.ts'
import type { LiveSource } from './live_source.ts'

const pollMilliseconds = 1000
const recentMilliseconds = 10 * 60 * 1000
const pollsBetweenFullLooks = 60

/** What a file looked like when it was last seen, whether it was handed over since, and when that changed. */
type Seen = { looks: string; isOffered: boolean; changedAt: number }

/**
 * Offers what lies in a folder, and then what arrives or changes there: once it looked the same in two looks. The folder is looked at every
 * second: all names, and the files that are new or changed in the last ten minutes; all files once a minute.
 */
export function folderSource(source: FolderSource): LiveSource {
  const { server, sourceName, path } = source
  const seen = new Map<string, Seen>()

  /** Names that are new or changed and hold still. */
  function look(isFullLook: boolean): { ready: string[]; listedCount: number; newestName?: string } {
    const ready: string[] = []
    const names = readdirSync(path).filter((name) => kindOfFileName(name) !== 'ignored')
    for (const name of names) {
      const before = seen.get(name)
      if (before?.isOffered && !isFullLook && Date.now() - before.changedAt > recentMilliseconds) continue
      const looks = looksOf(join(path, name))
      if (looks === undefined) continue
      if (before?.looks !== looks) seen.set(name, { looks, isOffered: false, changedAt: Date.now() })
      else if (!before.isOffered) ready.push(name)
    }
    const newestName = names
      .filter((name) => kindOfFileName(name) === 'stats')
      .sort()
      .at(-1)
    return { ready: ready.sort(), listedCount: names.length, ...(newestName === undefined ? {} : { newestName }) }
  }

  return {
    server,
    sourceName,
    kind: 'folder',
    async run(intake, signal) {
      for (let poll = 0; !signal.aborted; poll += 1) {
        try {
          const { ready, ...listed } = look(poll % pollsBetweenFullLooks === 0)
          for (const name of ready) {
            const file = seen.get(name)!
            file.isOffered = true
            intake.inPlace(await offer(source, join(resolve(path), name)))
          }
          intake.looked(listed)
        } catch (error) {
          const code = (error as NodeJS.ErrnoException).code ?? String(error)
          intake.looked({ error: `${path} cannot be read (${code}); correct the folder or its permissions` })
        }
        await pauseFor(pollMilliseconds, signal)
      }
    },
  }
}

/** Inode, size and both times: a write changes at least one (the change time cannot be set back). */
function looksOf(path: string): string | undefined {
  const entry = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return entry?.isDirectory() ? undefined : entry && `${entry.ino} ${entry.size} ${entry.mtimeNs} ${entry.ctimeNs}`
}
