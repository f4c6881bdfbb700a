import { createHash } from 'node:crypto'
import type { RunStatus } from '../run/status_file.ts'
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

/**
 * Health posts about what no published mart can tell, from status.json: publishing stands still, or a source cannot be reached.
 * What an earlier post told of and is over, is said to be over.
 */
export function statusPosts(status: RunStatus | undefined, messages: readonly SentMessage[], now: Date): QueuedPost[] {
  if (!status || status.state === 'stopped') return []
  const standstills = standstillsOf(status)
  const current = new Set(standstills.map(({ subject }) => subject))
  const told = new Set(messages.filter(isAboutRun).map(({ anchorRoundId }) => anchorRoundId))
  const long = standstills.filter(({ subject, since }) => +now - +since > patienceMilliseconds || told.has(subject))
  const over = [...told].filter((subject) => !current.has(subject)).map((subject) => ({ subject, since: sinceOf(subject), reasons: [] }))
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
