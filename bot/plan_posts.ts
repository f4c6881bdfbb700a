import { createHash } from 'node:crypto'
import type { FctPostQueue } from '../warehouse/marts.ts'
import { pointerHash, type SentMessage } from './sent_messages.ts'

export type QueuedPost = FctPostQueue

/** What an anchor leads to now. */
export type Subject = { round_id: string; match_id: string; session_id: string | null }

/** A message of the journal with the subject that its anchor leads to now; null when it leads nowhere. */
export type ResolvedMessage = SentMessage & { subjectId: string | null }

export type PostAction =
  | { do: 'send'; post: QueuedPost; channelId: string; nonce: string }
  | { do: 'edit'; post: QueuedPost; message: SentMessage; messageId: string }
  /** A request was begun and nothing says how it ended: look, then decide. */
  | { do: 'recover'; post: QueuedPost; message: SentMessage }
  /** A second message about one subject: it is edited once to point to the first. */
  | { do: 'point'; message: SentMessage; messageId: string; to: SentMessage }

export type PostPolicy = {
  /** The channel of a kind of post; undefined when it is switched off. */
  channelOf: (post: QueuedPost) => string | undefined
  /** What was due before this is not posted for the first time. */
  notBefore: Date
}

export type PostPlan = { actions: PostAction[]; nextAt: Date | undefined }

const editableMilliseconds = 48 * 60 * 60 * 1000
const firstPauseMilliseconds = 30_000
const longestPauseMilliseconds = 60 * 60 * 1000

/**
 * What is left to do: the queue less the journal. `nextAt` is when time alone will bring more.
 * New messages come first, in order of when they were due.
 */
export function planPosts(queue: readonly QueuedPost[], messages: readonly ResolvedMessage[], policy: PostPolicy, now: Date): PostPlan {
  const actions: PostAction[] = []
  const later: Date[] = []
  const known = groupBy(messages, ({ postKind, subjectId }) => `${postKind}|${subjectId}`)
  for (const states of groupBy(queue, ({ post_kind, subject_id }) => `${post_kind}|${subject_id}`).values()) {
    const channelId = policy.channelOf(states[0]!)
    if (channelId === undefined) continue
    later.push(...states.map(({ due_at }) => due_at).filter((due) => due > now))
    const post = states
      .filter(({ due_at }) => due_at <= now)
      .sort((one, other) => +one.due_at - +other.due_at)
      .at(-1)
    if (!post) continue
    const about = known.get(`${post.post_kind}|${post.subject_id}`) ?? []
    const { action, again } = actionsFor(post, about, channelId, policy, now)
    actions.push(...action)
    if (again) later.push(again)
  }
  actions.sort((one, other) => order(one) - order(other))
  const nextAt = later.sort((one, other) => +one - +other)[0]
  return { actions, nextAt }
}

function actionsFor(
  post: QueuedPost,
  about: readonly ResolvedMessage[],
  channelId: string,
  policy: PostPolicy,
  now: Date,
): { action: PostAction[]; again?: Date } {
  const open = about.filter(({ openIntent, isGone }) => openIntent !== undefined && !isGone)
  if (open.length > 0) return { action: open.map((message) => ({ do: 'recover', post, message })) }
  const sent = about.filter(({ messageId }) => messageId !== null).sort((one, other) => +one.sentAt! - +other.sentAt!)
  if (sent.length === 0) {
    const tried = about.find((message) => message.channelId === channelId)
    const again = tried ? pauseOf(tried) : undefined
    if (now >= post.fresh_until || post.due_at < policy.notBefore) return { action: [] }
    if (again && again > now) return { action: [], again }
    return { action: [{ do: 'send', post, channelId, nonce: nonceOf(post, channelId) }] }
  }
  const first = sent.find(({ isGone }) => !isGone)
  if (!first) return { action: [] }
  const action: PostAction[] = sent
    .filter((message) => message !== first && !message.isGone && message.factsHash !== pointerHash && isEditable(message, now))
    .map((message) => ({ do: 'point', message, messageId: message.messageId!, to: first }))
  if (first.factsHash === post.facts_hash || first.factsHash === pointerHash || !isEditable(first, now)) return { action }
  const again = pauseOf(first)
  if (again && again > now) return { action, again }
  return { action: [...action, { do: 'edit', post, message: first, messageId: first.messageId! }] }
}

/** The same for everybody who posts this with this token, so that Discord itself refuses the second of two. At most 25 characters. */
export function nonceOf({ post_kind, anchor_round_id }: Pick<QueuedPost, 'post_kind' | 'anchor_round_id'>, channelId: string): string {
  return createHash('sha256').update(`${post_kind}|${anchor_round_id}|${channelId}`).digest('hex').slice(0, 24)
}

function isEditable({ sentAt }: SentMessage, now: Date): boolean {
  return +now - +sentAt! < editableMilliseconds
}

/** When a refused request may be tried again: after 30 seconds, then twice as long each time, at most an hour. */
function pauseOf({ failures }: SentMessage): Date | undefined {
  if (!failures.last) return undefined
  return new Date(+failures.last + Math.min(firstPauseMilliseconds * 2 ** (failures.count - 1), longestPauseMilliseconds))
}

const doFirst = { recover: 0, send: 1, edit: 2, point: 3 } as const

function order(action: PostAction): number {
  const due = action.do === 'point' ? 0 : +action.post.due_at
  return doFirst[action.do] * 1e14 + due
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
