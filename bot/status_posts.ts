import { createHash } from 'node:crypto'
import { type RunStatus, readStatus } from '../run/status_file.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { lockHolder } from '../warehouse/lock.ts'
import type { QueuedPost } from './plan_posts.ts'
import type { StandstillFacts } from './posts/health.ts'
import type { SentMessage } from './sent_messages.ts'

/** Shorter standstills than this are everyday life. */
const patienceMilliseconds = 10 * 60 * 1000
const freshMilliseconds = 12 * 60 * 60 * 1000
const mark = 'run|'

type Standstill = { subject: string; since: Date; reasons: string[] }

/** Whether a message tells of `fullhold run` itself; its anchor is no round but what stands still and since when. */
export function isAboutRun({ anchorRoundId }: Pick<SentMessage, 'anchorRoundId'>): boolean {
  return anchorRoundId.startsWith(mark)
}

/** status.json, and whether the process that wrote it still lives: a killed one leaves what it said last, which is no news any more. */
export type SeenRun = { status: RunStatus; isAlive: boolean }

/** The status of `fullhold run` and whether it still runs; undefined where it never did. */
export function seeRun({ status: path, lock }: Pick<DataPaths, 'status' | 'lock'>): SeenRun | undefined {
  const status = readStatus(path)
  return status && { status, isAlive: lockHolder(lock)?.pid === status.pid }
}

/**
 * Health posts about what no published mart can tell, from status.json: `fullhold run` was killed, publishing stands still, or a source
 * cannot be reached. What an earlier post told of and is over, is said to be over.
 */
export function statusPosts(run: SeenRun | undefined, messages: readonly SentMessage[], now: Date): QueuedPost[] {
  if (!run || run.status.state === 'stopped') return []
  const { status, isAlive } = run
  const standstills = isAlive ? standstillsOf(status) : [killOf(status)]
  const current = new Set(standstills.map(({ subject }) => subject))
  const told = new Set(messages.filter(isAboutRun).map(({ anchorRoundId }) => anchorRoundId))
  const long = standstills.filter(({ subject, since }) => +now - +since > patienceMilliseconds || told.has(subject))
  const ended = isAlive ? [...told].filter((subject) => !current.has(subject)) : []
  const over = ended.map((subject) => ({ subject, since: sinceOf(subject), reasons: [] }))
  return [...long.map((each) => postOf(each, false)), ...over.map((each) => postOf(each, true))]
}

function standstillsOf({
  trouble,
  failing_gate: gate,
  last_build: build,
  last_publish: publish,
  started_at,
  sources,
}: RunStatus): Standstill[] {
  const reasons = [
    ...(trouble === null ? [] : [trouble]),
    ...(build && !build.is_complete ? build.reasons : []),
    ...gate.map((row) => `${row.gate}: ${row.subject} ${row.detail}`),
  ]
  const since = publish?.at ?? started_at
  const publishing = reasons.length > 0 ? [{ subject: `${mark}publish|${since}`, since: new Date(since), reasons }] : []
  const down = sources.flatMap(({ server, source_name, error, error_since }) => {
    if (error === null || error_since === null) return []
    const subject = `${mark}source ${source_name} of ${server ?? 'all servers'}|${error_since}`
    return [{ subject, since: new Date(error_since), reasons: [error] }]
  })
  return [...publishing, ...down]
}

function killOf({ updated_at }: RunStatus): Standstill {
  return {
    subject: `${mark}run|${updated_at}`,
    since: new Date(updated_at),
    reasons: ['Nothing is landed or built. Start it again: fullhold run'],
  }
}

function postOf({ subject, since, reasons }: Standstill, isOver: boolean): QueuedPost {
  const facts: StandstillFacts = {
    what: subject.split('|')[1]!,
    since_unix: Math.floor(+since / 1000),
    reasons: reasons.slice(0, 5),
    is_over: isOver,
  }
  const text = JSON.stringify(facts)
  const due = new Date(+since + patienceMilliseconds)
  return {
    post_id: subject,
    subject_id: subject,
    anchor_round_id: subject,
    server: '',
    post_kind: 'health',
    subject_kind: 'gap',
    channel_role: 'health',
    post_key: `health ${createHash('sha256').update(subject).digest('hex').slice(0, 6)}`,
    page_path: 'health',
    facts: text,
    facts_hash: createHash('sha256').update(text).digest('hex').slice(0, 16),
    due_at: due,
    fresh_until: isOver ? due : new Date(+due + freshMilliseconds),
    order_at: since,
  }
}

function sinceOf(subject: string): Date {
  return new Date(subject.split('|')[2]!)
}
