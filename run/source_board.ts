import type { SourceCheck } from '../ingest/land_rows.ts'
import type { LiveSource, Look } from '../ingest/sources/live_source.ts'
import type { SourceStatus } from './status_file.ts'

const checkEveryMilliseconds = 60 * 60 * 1000
const listingCheckMilliseconds = 60 * 1000

/** What is known about each source, and which looks are to be landed: when one's state changed, with new arrivals, and every hour. */
export type SourceBoard = {
  looked: (source: LiveSource, look: Look) => { hasChanged: boolean }
  arrived: (source: LiveSource) => void
  refused: (source: LiveSource) => void
  statuses: () => SourceStatus[]
  /** Looks that are due for raw.source_checks. */
  due: () => SourceCheck[]
  /** Those were committed. */
  landed: (checks: SourceCheck[]) => void
}

type Known = { source: LiveSource; status: SourceStatus; checkedAt: number; checked: { error: string | null; listing: string } | undefined }

/** A board of sources that nothing is known about yet. */
export function sourceBoard(sources: readonly LiveSource[], serversOf: (source: LiveSource) => string[]): SourceBoard {
  const known = new Map<LiveSource, Known>()
  for (const source of sources) {
    const status: SourceStatus = {
      server: source.server ?? null,
      source_name: source.sourceName,
      kind: source.kind,
      state: 'starting',
      last_look_at: null,
      listed_count: null,
      newest_name: null,
      arrived_count: 0,
      refused_count: 0,
      error: null,
      error_since: null,
      note: null,
    }
    known.set(source, { source, status, checkedAt: Number.NEGATIVE_INFINITY, checked: undefined })
  }

  function isDue({ status, checkedAt, checked }: Known): boolean {
    if (status.last_look_at === null && status.error === null) return false
    const age = performance.now() - checkedAt
    if (!checked || checked.error !== status.error || age > checkEveryMilliseconds) return true
    return checked.listing !== listingOf(status) && age > listingCheckMilliseconds
  }

  return {
    looked(source, look) {
      const { status } = known.get(source)!
      const before = `${status.state} ${status.error} ${status.note}`
      const now = new Date().toISOString()
      if (look.error === undefined) {
        status.state = 'up'
        status.last_look_at = now
        status.listed_count = look.listedCount ?? null
        status.newest_name = look.newestName ?? status.newest_name
        status.error = null
        status.error_since = null
      } else {
        status.state = 'down'
        status.error_since = status.error === null ? now : status.error_since
        status.error = look.error
      }
      status.note = look.note ?? status.note
      return { hasChanged: before !== `${status.state} ${status.error} ${status.note}` }
    },
    arrived(source) {
      known.get(source)!.status.arrived_count += 1
    },
    refused(source) {
      known.get(source)!.status.refused_count += 1
    },
    statuses: () => [...known.values()].map(({ status }) => ({ ...status })),
    due: () =>
      [...known.values()].filter(isDue).flatMap(({ source, status }) =>
        serversOf(source).map((server) => ({
          server,
          sourceName: status.source_name,
          kind: status.kind,
          checkedAt: new Date(),
          ...(status.listed_count === null ? {} : { listedCount: status.listed_count }),
          ...(status.newest_name === null ? {} : { newestName: status.newest_name }),
          ...(status.error === null ? {} : { error: status.error }),
        })),
      ),
    landed(checks) {
      for (const entry of known.values()) {
        if (!checks.some(({ sourceName, server }) => sourceName === entry.status.source_name && serversOf(entry.source).includes(server)))
          continue
        entry.checkedAt = performance.now()
        entry.checked = { error: entry.status.error, listing: listingOf(entry.status) }
      }
    },
  }
}

function listingOf({ listed_count, newest_name }: SourceStatus): string {
  return `${listed_count} ${newest_name}`
}
