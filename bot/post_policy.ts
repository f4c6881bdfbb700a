import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { Journal } from './journal.ts'
import type { PostPolicy, QueuedPost } from './plan_posts.ts'

/**
 * What is switched on and where it goes, and from when on. The first start is written to the journal: what was due before it (less the
 * configured window) is the past and is never posted, while what came due during a later standstill is, as long as it is fresh.
 */
export function postPolicy(configuration: BotConfiguration, journal: Journal, now: Date): PostPolicy {
  const started = journal.entries.find(({ entry_kind }) => entry_kind === 'started') ?? writeStart(journal, now)
  const window = configuration.first_start_window_minutes * 60_000
  return { channelOf: channelOf(configuration), notBefore: new Date(+new Date(started.written_at) - window) }
}

/** The channel of a kind of post, undefined when it or its channel is switched off. */
export function channelOf({
  channels,
  posts,
}: BotConfiguration): (post: Pick<QueuedPost, 'post_kind' | 'channel_role'>) => string | undefined {
  return ({ post_kind, channel_role }) =>
    posts[post_kind as keyof typeof posts] ? channels[channel_role as keyof typeof channels] : undefined
}

function writeStart(journal: Journal, now: Date) {
  const nothing = { post_kind: '', anchor_round_id: '', facts_hash: '', nonce: null, channel_id: null, message_id: null, detail: null }
  return journal.append({ entry_kind: 'started', ...nothing }, now)
}
