import type { Kysely } from 'kysely'
import type { Database } from '../warehouse/marts.ts'
import type { ProximityMarts } from '../warehouse/open_proximity_marts.ts'
import type { QueuedPost, ResolvedMessage, Subject } from './plan_posts.ts'
import { addProximityLines, readProximityLines } from './proximity_lines.ts'
import type { SentMessage } from './sent_messages.ts'
import { isAboutRun } from './status_posts.ts'

/** The queue as it is published, with what proximity adds to it, and the subject that each message of the journal is about now. */
export async function readPosts(
  database: Kysely<Database>,
  messages: readonly SentMessage[],
  proximity?: ProximityMarts,
): Promise<{ queue: QueuedPost[]; resolved: ResolvedMessage[] }> {
  const written = await database.selectFrom('fct_post_queue').selectAll().execute()
  const lines = await readProximityLines(proximity, written)
  const anchors = [...messages, ...lines].map(({ anchorRoundId }) => anchorRoundId)
  const subjects = await readSubjects(database, [...new Set(anchors)])
  const queue = addProximityLines(written, lines, subjects)
  const kinds = new Map(queue.map(({ post_kind, subject_kind }) => [post_kind, subject_kind]))
  const gaps = new Map(queue.filter(({ subject_kind }) => subject_kind === 'gap').map((post) => [post.anchor_round_id, post.subject_id]))
  const resolved = messages.map((message) => {
    if (isAboutRun(message)) return { ...message, subjectId: message.anchorRoundId }
    const subject = subjects.get(message.anchorRoundId)
    const kind = kinds.get(message.postKind)
    const subjectId = !subject
      ? null
      : kind === 'gap'
        ? (gaps.get(subject.round_id) ?? null)
        : kind === 'match'
          ? subject.match_id
          : kind === 'session'
            ? subject.session_id
            : subject.round_id
    return { ...message, subjectId }
  })
  return { queue, resolved }
}

/** Round, match and evening that each anchor leads to: an anchor is a round's key, or one that the round had before. */
async function readSubjects(database: Kysely<Database>, anchors: string[]): Promise<Map<string, Subject>> {
  if (anchors.length === 0) return new Map()
  const rows = await database
    .selectFrom('bdg_round_fingerprints')
    .innerJoin('fct_rounds', 'fct_rounds.round_id', 'bdg_round_fingerprints.round_id')
    .select(['bdg_round_fingerprints.fingerprint', 'fct_rounds.round_id', 'fct_rounds.match_id', 'fct_rounds.session_id'])
    .where('bdg_round_fingerprints.is_unique_overall', '=', true)
    .where('bdg_round_fingerprints.fingerprint', 'in', anchors)
    .execute()
  return new Map(rows.map((row) => [row.fingerprint, row]))
}
