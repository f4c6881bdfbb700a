import type { FetchedFiles, Looks } from '../fetched_files.ts'
import { kindOfFileName } from '../file_kinds.ts'
import type { RefusalReason } from '../land.ts'
import type { SftpSource } from './configured_sources.ts'
import { keepTrying, pauseFor } from './keep_trying.ts'
import type { Intake, LiveSource } from './live_source.ts'
import { openSftp, type RemoteEntry, SftpRefusal, type SftpSession } from './sftp_session.ts'

const fullLookMilliseconds = 60_000
const followUpMilliseconds = 2_100
const secondLookMilliseconds = 1_000
const fetchesBetweenLooks = 100
const singleLooksAtMost = 50
const wantedMilliseconds = 60_000
const wantedAtMost = 1000

/** A file that is to be fetched once it looked the same twice. */
type Pending = { entry: RemoteEntry; looks: Looks; isSettled: boolean }

/**
 * Fetches what is new in a folder of a game server, one file after the other, for as long as the process runs.
 * The folder is listed at the start of every connection, whenever its list of names changed, and once a minute, so nothing that appeared
 * while the line was down is missed, however long that was. What was fetched (name, size, time of change) is never fetched again.
 * Links, path tricks and files above their cap are refused.
 */
export function sftpSource(source: SftpSource, fetched: FetchedFiles, environment = process.env): LiveSource {
  const { server, sourceName, settings, largestBytes } = source
  const pending = new Map<string, Pending>()
  // what this process handed over or refused already
  const done = new Map<string, Looks>()
  const wanted = new Map<string, number>()
  let wake = () => {}

  function looksOf({ sizeBytes, modifiedAt }: RemoteEntry): Looks {
    return `${sizeBytes} ${modifiedAt.getTime() / 1000}`
  }

  function pathOf(name: string): string {
    return `${settings.folder.replace(/\/+$/, '')}/${name}`
  }

  function refuse(intake: Intake, entry: RemoteEntry, reason: RefusalReason, detail?: string): void {
    done.set(entry.name, looksOf(entry))
    const kind = kindOfFileName(entry.name)
    intake.refusal({
      server,
      sourceName,
      fileName: entry.name,
      reason,
      sizeBytes: entry.sizeBytes,
      ...(kind === 'ignored' || kind === 'unrecognised' ? {} : { kind }),
      ...(detail === undefined ? {} : { detail }),
    })
  }

  /** Takes note of an entry: new or changed it becomes pending, seen the same again it is settled. */
  function note(intake: Intake, entry: RemoteEntry): void {
    const { name } = entry
    const kind = kindOfFileName(name)
    if (kind === 'ignored') return
    const looks = looksOf(entry)
    if (fetched.looksOf(server, sourceName, name) === looks || done.get(name) === looks) return
    if (!entry.isFile) refuse(intake, entry, 'not_a_regular_file')
    else if (kind === 'unrecognised') refuse(intake, entry, 'unrecognised_name')
    else if (entry.sizeBytes > largestBytes[kind]) refuse(intake, entry, 'too_large')
    else pending.set(name, { entry, looks, isSettled: pending.get(name)?.looks === looks })
  }

  /** Fetches one file. It stays pending when it changed meanwhile, and goes when it vanished. */
  async function fetch(session: SftpSession, intake: Intake, { entry, looks }: Pending): Promise<void> {
    const { name, sizeBytes, modifiedAt } = entry
    const kind = kindOfFileName(name)
    if (kind === 'ignored' || kind === 'unrecognised') return
    const path = pathOf(name)
    const before = await session.look(path)
    if (before && looksOf(before) === looks && before.isFile) {
      const origin = `sftp://${settings.host}:${settings.port}${path}`
      const header = { server, sourceName, fileName: name, kind, origin, sizeBytes, modifiedAt: modifiedAt.toISOString() }
      try {
        if (!(await intake.file(header, session.read(path)))) return
        done.set(name, looks)
      } catch (error) {
        if (!isRefusedByServer(error)) throw error
        refuse(intake, entry, 'unreadable', String((error as Error).message))
      }
    }
    pending.delete(name)
    if (before && (looksOf(before) !== looks || !before.isFile)) note(intake, before)
  }

  async function lookFor(session: SftpSession, intake: Intake): Promise<void> {
    for (const [name, since] of wanted) {
      const entry = await session.look(pathOf(name))
      if (entry) note(intake, entry)
      if (entry || Date.now() - since > wantedMilliseconds) wanted.delete(name)
    }
  }

  async function watch(session: SftpSession, intake: Intake, signal: AbortSignal, isUp: () => void): Promise<void> {
    let changed: number | undefined
    let changedAt = 0
    let listedAt = Number.NEGATIVE_INFINITY
    let listed: { listedCount: number; newestName?: string } = { listedCount: 0 }
    pending.clear()
    while (!signal.aborted) {
      const now = performance.now()
      const folderChanged = await session.folderChanged(settings.folder)
      if (folderChanged !== changed) [changed, changedAt] = [folderChanged, now]
      const unsettled = [...pending.values()].filter(({ isSettled }) => !isSettled)
      // a folder's time has whole seconds: what appeared later in the same one is found by one more look
      const isFollowUp = listedAt < changedAt + followUpMilliseconds && now >= changedAt + followUpMilliseconds
      if (listedAt < changedAt || isFollowUp || now - listedAt > fullLookMilliseconds || unsettled.length > singleLooksAtMost) {
        const entries = await session.list(settings.folder)
        listedAt = now
        for (const entry of entries) note(intake, entry)
        listed = countOurs(entries)
      } else {
        for (const { entry } of unsettled) {
          const again = await session.look(pathOf(entry.name))
          if (again) note(intake, again)
          else pending.delete(entry.name)
        }
      }
      await lookFor(session, intake)
      isUp()
      intake.looked(listed)
      // the newest first: an evening that is being played does not wait for years of history
      const settled = [...pending.values()].filter(({ isSettled }) => isSettled)
      settled.sort((one, other) => other.entry.modifiedAt.getTime() - one.entry.modifiedAt.getTime())
      for (const file of settled.slice(0, fetchesBetweenLooks)) {
        if (signal.aborted) return
        await fetch(session, intake, file)
      }
      const usual = settings.look_every_seconds * 1000
      const next = pending.size + wanted.size > 0 ? Math.min(usual, secondLookMilliseconds) : usual
      if (settled.length <= fetchesBetweenLooks) await wokenOrLater(next, signal)
    }
  }

  async function wokenOrLater(milliseconds: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController()
    wake = () => woken.abort()
    await pauseFor(milliseconds, AbortSignal.any([signal, woken.signal]))
  }

  return {
    server,
    sourceName,
    kind: 'sftp',
    want(fileName) {
      if (wanted.size >= wantedAtMost) return
      wanted.set(fileName, Date.now())
      wake()
    },
    async run(intake, signal) {
      await keepTrying(
        async (isUp) => {
          const session = await openSftp(server, settings, environment)
          try {
            await watch(session, intake, signal, isUp)
          } finally {
            session.close()
          }
        },
        (error) => {
          if (error instanceof SftpRefusal && error.why === 'host_key_changed') {
            const fileName = `host key of ${settings.host}:${settings.port}`
            intake.refusal({ server, sourceName, fileName, reason: 'host_key_changed', detail: `it shows ${error.shownKey}` })
          }
          intake.looked({ error: describe(error, settings.folder) })
        },
        signal,
      )
    },
  }
}

function countOurs(entries: RemoteEntry[]): { listedCount: number; newestName?: string } {
  let listedCount = 0
  let newest: RemoteEntry | undefined
  for (const entry of entries) {
    const kind = kindOfFileName(entry.name)
    if (kind === 'ignored' || kind === 'unrecognised') continue
    listedCount += 1
    if (
      !newest ||
      entry.modifiedAt > newest.modifiedAt ||
      (entry.modifiedAt.getTime() === newest.modifiedAt.getTime() && entry.name > newest.name)
    )
      newest = entry
  }
  return newest ? { listedCount, newestName: newest.name } : { listedCount }
}

/** SFTP's own answers: no such file, permission denied, failure. */
function isRefusedByServer(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === 2 || code === 3 || code === 4
}

function describe(error: unknown, folder: string): string {
  const { code, message } = error as { code?: unknown; message?: string }
  if (code === 2) return `the folder ${folder} is not there; correct sftp: folder`
  if (code === 3) return `the folder ${folder} may not be read by this user; correct its permissions or sftp: user`
  if (code === 'ENOSPC') return 'the disk of the data folder is full; make room, fetching goes on by itself'
  return message ?? String(error)
}
