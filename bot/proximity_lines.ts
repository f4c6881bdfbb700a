import { createHash } from 'node:crypto'
import type { ProximityMarts } from '../warehouse/open_proximity_marts.ts'
import type { QueuedPost, Subject } from './plan_posts.ts'
import { type ProximityLine, proximityLine } from './proximity_text.ts'

/** A line about a round or an evening, and the round by which its subject is known. */
export type FoundLine = { subjectKind: 'round' | 'session'; anchorRoundId: string; line: ProximityLine }

/** Kinds of posts that have room for a line of proximity. */
const kinds: ReadonlySet<string> = new Set(['round', 'session'])

/** Of an evening proximity may know its first rounds alone. */
const longestEveningMilliseconds = 24 * 60 * 60 * 1000

/** What proximity says in one line of the rounds and evenings of the queue; nothing while it is not published. */
export async function readProximityLines(proximity: ProximityMarts | undefined, queue: readonly QueuedPost[]): Promise<FoundLine[]> {
  const asked = queue.filter(({ post_kind }) => kinds.has(post_kind))
  const [oldest] = asked.map(({ order_at }) => order_at).sort((one, other) => +one - +other)
  if (!proximity || !oldest) return []
  const rows = await proximity.read(['rpt_proximity_summaries'], (database) =>
    database
      .selectFrom('rpt_proximity_summaries')
      .selectAll()
      .where('scope_kind', 'in', ['round', 'session'])
      .where('order_at', '>=', new Date(+oldest - longestEveningMilliseconds))
      .execute(),
  )
  return (rows ?? []).map((row) => ({
    subjectKind: row.scope_kind === 'round' ? 'round' : 'session',
    anchorRoundId: row.anchor_round_id,
    line: proximityLine(row),
  }))
}

/**
 * The queue with a line of proximity in each post that has one. It is a part of what is shown, so it is a part of the hash: when it comes later
 * than its post, the post is edited. Anchors lead to subjects as those of posts do, so a better identity keeps the line.
 */
export function addProximityLines(
  queue: readonly QueuedPost[],
  lines: readonly FoundLine[],
  subjects: ReadonlyMap<string, Subject>,
): QueuedPost[] {
  const bySubject = new Map<string, ProximityLine>()
  for (const { subjectKind, anchorRoundId, line } of lines) {
    const subject = subjects.get(anchorRoundId)
    const id = subjectKind === 'round' ? subject?.round_id : subject?.session_id
    if (id) bySubject.set(`${subjectKind}|${id}`, line)
  }
  return queue.map((post) => {
    const line = kinds.has(post.post_kind) ? bySubject.get(`${post.subject_kind}|${post.subject_id}`) : undefined
    if (!line) return post
    const shown = createHash('sha256')
      .update(`${post.facts_hash}|${JSON.stringify(line)}`)
      .digest('hex')
    return { ...post, facts: JSON.stringify({ ...JSON.parse(post.facts), proximity: line }), facts_hash: shown.slice(0, 16) }
  })
}
