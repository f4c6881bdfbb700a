import { lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { kindOfFileName } from '../ingest/file_kinds.ts'
import { landFiles, type OfferedFile } from '../ingest/land.ts'
import { configuredFolders } from '../ingest/sources/configured_sources.ts'
import { type FolderSource, offer } from '../ingest/sources/folder.ts'
import { build } from '../warehouse/build.ts'
import { buildProximity } from '../warehouse/build_proximity.ts'
import type { Dbt } from '../warehouse/dbt.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { Failure } from './failure.ts'
import { describeCounts, landFolders } from './land_folders.ts'
import { reportBuild, reportProximity } from './report_build.ts'
import { print, type Session, say } from './session.ts'

const pollMilliseconds = 1000
const recentMilliseconds = 10 * 60 * 1000
const pollsBetweenFullLooks = 60

/** What a file looked like when it was last seen, and whether it was the same twice and has been landed since. */
type Seen = { looks: string; isLanded: boolean; changedAt: number }

/**
 * Lands and builds what is in the configured folders, then whatever arrives there, until SIGINT or SIGTERM.
 * A file is landed once it looked the same in two looks. A failed build or publish is said and tried again with the next arrival.
 */
export async function watchFolders(session: Session, dbt: Dbt): Promise<void> {
  const folders = configuredFolders(session.configuration)
  if (folders.length === 0)
    throw new Failure('nothing to watch: no folder is configured.\n  List folders under servers: sources in fullhold.yaml.', 2)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const watched = folders.map((folder) => ({ folder, seen: new Map<string, Seen>() }))
  for (const { folder, seen } of watched) look(folder, seen, true)
  print(describeCounts(await landFolders(session, folders)))
  for (const { seen } of watched) for (const file of seen.values()) file.isLanded = true
  await buildLive(session, dbt)
  let isProximityBehind = true
  print(`watching ${folders.map(({ path }) => path).join(', ')}`)
  for (let poll = 1; !stop.signal.aborted; poll += 1) {
    await delay(pollMilliseconds, undefined, { signal: stop.signal }).catch(() => {})
    const arrived = watched.map(({ folder, seen }) => ({ folder, names: look(folder, seen, poll % pollsBetweenFullLooks === 0) }))
    if (arrived.every(({ names }) => names.length === 0)) {
      if (isProximityBehind) isProximityBehind = await buildSlowPart(session, dbt)
      continue
    }
    await landArrived(session, arrived)
    await buildLive(session, dbt)
    isProximityBehind = true
  }
  print('stopped watching')
}

/** Names of files that are new or changed and hold still. Looks at every file, or only at new and recently changed ones. */
function look(folder: FolderSource, seen: Map<string, Seen>, isFullLook: boolean): string[] {
  const ready: string[] = []
  let names: string[]
  try {
    names = readdirSync(folder.path).filter((name) => kindOfFileName(name) !== 'ignored')
  } catch (error) {
    say(`  ${folder.path} cannot be read (${(error as NodeJS.ErrnoException).code}); trying again`)
    return ready
  }
  for (const name of names) {
    const before = seen.get(name)
    if (before?.isLanded && !isFullLook && Date.now() - before.changedAt > recentMilliseconds) continue
    const looks = looksOf(join(folder.path, name))
    if (looks === undefined) continue
    if (before?.looks !== looks) {
      seen.set(name, { looks, isLanded: false, changedAt: Date.now() })
    } else if (!before.isLanded) {
      before.isLanded = true
      ready.push(name)
    }
  }
  return ready
}

/** Inode, size and both times: a write changes at least one (the change time cannot be set back). */
function looksOf(path: string): string | undefined {
  const entry = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return entry?.isDirectory() ? undefined : entry && `${entry.ino} ${entry.size} ${entry.mtimeNs} ${entry.ctimeNs}`
}

async function landArrived(session: Session, arrived: { folder: FolderSource; names: string[] }[]): Promise<void> {
  async function* offers(): AsyncGenerator<OfferedFile> {
    for (const { folder, names } of arrived) for (const name of names) yield await offer(folder, join(resolve(folder.path), name))
  }
  const memoryLimit = session.configuration.warehouse.memory_limit
  const counts = await writeWarehouse(session.paths, memoryLimit, ({ connection }) => landFiles(connection, offers()))
  print(describeCounts(counts))
}

async function buildLive(session: Session, dbt: Dbt): Promise<void> {
  const { paths, configuration } = session
  try {
    print(reportBuild(await build({ paths, configuration, dbt, lane: 'live', asOf: new Date() })))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    say(error.message)
  }
}

/** One batch of proximity, when nothing else arrived: the scores never wait for more than that. Whether there is more to do. */
async function buildSlowPart(session: Session, dbt: Dbt): Promise<boolean> {
  try {
    const built = await buildProximity({ ...session, dbt, lane: 'live' })
    const sentence = reportProximity(built)
    if (sentence !== undefined) print(sentence)
    return built.ok && built.filesLeft > 0
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    say(error.message)
    return false
  }
}
