import type { APIEmbed } from 'discord.js'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import type { Marts } from '../warehouse/open_marts.ts'
import type { ProximityMarts } from '../warehouse/open_proximity_marts.ts'
import { readJournal } from './journal.ts'
import { planPosts, type QueuedPost } from './plan_posts.ts'
import { tryRenderPost } from './post_kinds.ts'
import { channelOf, notBefore } from './post_policy.ts'
import { readPosts } from './read_posts.ts'
import { sentMessages } from './sent_messages.ts'
import { seeRun, statusPosts } from './status_posts.ts'

export type Preview = {
  post_kind: string
  post_key: string
  channel: string | null
  /** What a real run would do with it now. */
  would: 'be sent' | 'be edited' | 'be looked for' | 'be left as it is'
  due_at: Date
  embeds: APIEmbed[]
  /** Why it cannot be shown; `embeds` is empty then. */
  trouble: string | null
}

/** Every post as it is due now, in the order of play, with what a real run would do. Needs no token and sends nothing. */
export async function previewPosts(
  marts: Marts,
  paths: Pick<DataPaths, 'journal' | 'status' | 'lock'>,
  configuration: BotConfiguration | undefined,
  now: Date,
  proximity?: ProximityMarts,
): Promise<Preview[]> {
  const entries = readJournal(paths.journal)
  const messages = sentMessages(entries)
  const { queue: queued, resolved } = await marts.read((database) => readPosts(database, messages, proximity))
  const queue = [...queued, ...statusPosts(seeRun(paths), messages, now)]
  const channelFor = configuration === undefined ? () => undefined : channelOf(configuration)
  const policy = { channelOf: channelFor, notBefore: notBefore(entries, configuration?.first_start_window_minutes ?? 0, now) }
  const { actions } = planPosts(queue, resolved, policy, now)
  const done = new Map(actions.flatMap((action) => (action.do === 'point' ? [] : [[action.post.post_id, action.do] as const])))
  const words = { send: 'be sent', edit: 'be edited', recover: 'be looked for' } as const
  return currentStates(queue, now).map((post) => {
    const action = done.get(post.post_id)
    const rendered = tryRenderPost(post, configuration?.report_url)
    return {
      post_kind: post.post_kind,
      post_key: post.post_key,
      channel: channelFor(post) ?? null,
      would: action ? words[action] : 'be left as it is',
      due_at: post.due_at,
      embeds: rendered.ok ? rendered.embeds : [],
      trouble: rendered.ok ? null : rendered.reason,
    }
  })
}

/** Of each post the state that is due now, in the order of play. */
function currentStates(queue: readonly QueuedPost[], now: Date): QueuedPost[] {
  const current = new Map<string, QueuedPost>()
  for (const post of queue.filter(({ due_at }) => due_at <= now)) {
    const key = `${post.post_kind}|${post.subject_id}`
    const other = current.get(key)
    if (!other || other.due_at < post.due_at) current.set(key, post)
  }
  return [...current.values()].sort((one, other) => +one.due_at - +other.due_at || (one.post_id < other.post_id ? -1 : 1))
}
