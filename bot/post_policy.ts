import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { Journal, JournalEntry } from './journal.ts'
import type { PostPolicy, QueuedPost } from './plan_posts.ts'

/**
 * What is switched on and where it goes, and from when on. The first start is written to the journal: what was due before it (less the
 * configured window) is the past and is never posted, while what came due during a later standstill is, as long as it is fresh.
 */
export function postPolicy(configuration: BotConfiguration, journal: Journal, now: Date): PostPolicy {
  if (!startedAt(journal.entries)) writeStart(journal, now)
  return { channelOf: channelOf(configuration), notBefore: notBefore(journal.entries, configuration.first_start_window_minutes, now) }
}

/** The instant from which on posts are news; for a bot that never started as if it started now. */
export function notBefore(entries: readonly JournalEntry[], windowMinutes: number, now: Date): Date {
  return new Date(+(startedAt(entries) ?? now) - windowMinutes * 60_000)
}

/** The channel of a kind of post, undefined when it or its channel is switched off. */
export function channelOf({
  channels,
  posts,
}: BotConfiguration): (post: Pick<QueuedPost, 'post_kind' | 'channel_role'>) => string | undefined {
  return ({ post_kind, channel_role }) =>
    posts[post_kind as keyof typeof posts] ? channels[channel_role as keyof typeof channels] : undefined
}

function startedAt(entries: readonly JournalEntry[]): Date | undefined {
  const started = entries.find(({ entry_kind }) => entry_kind === 'started')
  return started && new Date(started.written_at)
}

function writeStart(journal: Journal, now: Date): void {
  const nothing = { post_kind: '', anchor_round_id: '', facts_hash: '', nonce: null, channel_id: null, message_id: null, detail: null }
  journal.append({ entry_kind: 'started', ...nothing }, now)
}
