import { type RunStatus, readStatus, writeStatus } from './status_file.ts'

const refusedKept = 20
const quietMilliseconds = 2_000

/** The status of this process, kept in status.json. */
export type StatusBoard = {
  /** Changes some of it. Looks alone are written every two seconds at most, everything else at once. */
  save: (change: Partial<RunStatus>, options?: { isUrgent?: boolean }) => void
  refused: (refusal: RunStatus['refused'][number]) => void
}

/** A status that begins now; what was refused before stays listed. A disk that takes no status stops nothing. */
export function statusBoard(path: string, waitingCount: () => number): StatusBoard {
  const now = new Date().toISOString()
  const status: RunStatus = {
    pid: process.pid,
    state: 'running',
    started_at: now,
    updated_at: now,
    sources: [],
    waiting_count: 0,
    last_landing: null,
    last_build: null,
    last_publish: null,
    failing_gate: [],
    trouble: null,
    refused: readStatus(path)?.refused ?? [],
    hooks: [],
  }
  let writtenAt = Number.NEGATIVE_INFINITY

  function write(): void {
    status.updated_at = new Date().toISOString()
    status.waiting_count = waitingCount()
    writtenAt = performance.now()
    try {
      writeStatus(path, status)
    } catch {
      // the next change writes it again
    }
  }

  return {
    save(change, { isUrgent = change.sources === undefined } = {}) {
      Object.assign(status, change)
      if (isUrgent || performance.now() - writtenAt > quietMilliseconds) write()
    },
    refused(refusal) {
      const isSame = ({ server, name, reason }: typeof refusal) =>
        server === refusal.server && name === refusal.name && reason === refusal.reason
      status.refused = [...status.refused.filter((known) => !isSame(known)), refusal].slice(-refusedKept)
      write()
    },
  }
}
