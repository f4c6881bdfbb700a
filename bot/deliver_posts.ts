import type { APIEmbed, REST } from 'discord.js'
import { editMessage, findMessages, messageLink, type Outcome, sendMessage } from './discord_channel.ts'
import type { Journal, JournalEntry } from './journal.ts'
import type { PostAction, QueuedPost } from './plan_posts.ts'
import type { Rendered } from './post_kinds.ts'
import { pointerHash, type SentMessage } from './sent_messages.ts'

export type Delivery = {
  rest: REST
  journal: Journal
  render: (post: QueuedPost) => Rendered
  now: () => Date
  /** A sentence for the log. */
  onTrouble: (sentence: string) => void
}

export type Delivered = { sent: number; edited: number; recovered: number; troubles: number }

/** Refusals that say nothing about other posts in the channel. */
const ownTroubles = ['message_gone', 'cannot_be_shown', 'refused_form']
/** Clocks of two machines and of Discord differ; a message may seem older than the intent before it. */
const clockSlackMilliseconds = 5 * 60 * 1000

/**
 * Does what is planned. Before each request an intent is on the disk, after it what came of it; where the outcome is not known nothing is
 * written, and the next pass looks into the channel. A refused request stops nothing else.
 */
export async function deliverPosts(delivery: Delivery, actions: readonly PostAction[]): Promise<Delivered> {
  const delivered: Delivered = { sent: 0, edited: 0, recovered: 0, troubles: 0 }
  const unreachable = new Set<string>()
  for (const action of actions) {
    const channelId = action.do === 'send' ? action.channelId : action.message.channelId
    if (unreachable.has(channelId)) continue
    const outcome = await perform(delivery, action, delivered)
    if (outcome.is === 'done') continue
    delivered.troubles += 1
    delivery.onTrouble(outcome.sentence)
    // the others in this channel would end the same way, unless it is about this one alone
    if (outcome.is === 'unknown' || !ownTroubles.includes(outcome.code)) unreachable.add(channelId)
  }
  return delivered
}

async function perform(delivery: Delivery, action: PostAction, delivered: Delivered): Promise<Outcome> {
  if (action.do === 'send') {
    const outcome = await send(delivery, action.post, action.channelId, action.nonce, action.post.anchor_round_id)
    if (outcome.is === 'done') delivered.sent += 1
    return outcome
  }
  if (action.do === 'edit') {
    const outcome = await correct(delivery, action.message, action.messageId, action.post)
    if (outcome.is === 'done') delivered.edited += 1
    return outcome
  }
  if (action.do === 'point') return await point(delivery, action)
  delivered.recovered += 1
  return await recover(delivery, action)
}

async function send(delivery: Delivery, post: QueuedPost, channelId: string, nonce: string, anchorRoundId: string): Promise<Outcome> {
  const about = {
    post_kind: post.post_kind,
    anchor_round_id: anchorRoundId,
    facts_hash: post.facts_hash,
    nonce,
    channel_id: channelId,
  }
  const rendered = delivery.render(post)
  if (!rendered.ok) return receipt(delivery, about, 'sent', null, notShown(rendered))
  delivery.journal.append({ ...about, entry_kind: 'intent', message_id: null, detail: post.post_key }, delivery.now())
  return receipt(delivery, about, 'sent', null, await sendMessage(delivery.rest, channelId, nonce, { embeds: rendered.embeds }))
}

/** Edits a message to what its post shows now. */
async function correct(delivery: Delivery, message: SentMessage, messageId: string, post: QueuedPost): Promise<Outcome> {
  const rendered = delivery.render(post)
  if (rendered.ok) return await edit(delivery, message, messageId, { embeds: rendered.embeds }, post.facts_hash, post.post_key)
  return receipt(delivery, aboutOf(message, post.facts_hash), 'edited', messageId, notShown(rendered))
}

/** A post that cannot be shown is refused before anything is asked of Discord. */
function notShown({ reason }: Extract<Rendered, { ok: false }>): Outcome {
  return { is: 'refused', code: 'cannot_be_shown', sentence: `${reason}; please report it` }
}

async function edit(
  delivery: Delivery,
  message: SentMessage,
  messageId: string,
  body: { content?: string; embeds: APIEmbed[] },
  factsHash: string,
  postKey: string,
): Promise<Outcome> {
  const about = aboutOf(message, factsHash)
  delivery.journal.append({ ...about, entry_kind: 'intent', message_id: messageId, detail: postKey }, delivery.now())
  return receipt(delivery, about, 'edited', messageId, await editMessage(delivery.rest, message.channelId, messageId, body))
}

async function point(delivery: Delivery, { message, messageId, to }: PostAction & { do: 'point' }): Promise<Outcome> {
  const link = to.messageId ? await messageLink(delivery.rest, to.channelId, to.messageId) : undefined
  const content = `This turned out to be the same as an earlier post${link ? `: ${link}` : '.'}`
  return await edit(delivery, message, messageId, { content, embeds: [] }, pointerHash, message.postKind)
}

/** What a crash left open. An edit is done again; of a post the channel's history tells whether it is there. */
async function recover(delivery: Delivery, { message, post }: PostAction & { do: 'recover' }): Promise<Outcome> {
  const intent = message.openIntent!
  if (intent.message_id !== null) {
    return await correct(delivery, message, intent.message_id, post)
  }
  const since = new Date(+new Date(intent.written_at) - clockSlackMilliseconds)
  const found = await findMessages(delivery.rest, message.channelId, intent.detail ?? post.post_key, since)
  if (!found.ok) {
    if (found.outcome.is === 'refused') receipt(delivery, intent, 'sent', null, found.outcome)
    return found.outcome
  }
  const [messageId] = found.ids
  if (messageId !== undefined) return receipt(delivery, intent, 'sent', null, { is: 'done', messageId })
  if (delivery.now() >= post.fresh_until) {
    return receipt(delivery, intent, 'sent', null, { is: 'refused', code: 'not_sent', sentence: `${post.post_key} was not sent in time` })
  }
  return await send(delivery, post, message.channelId, message.nonce, message.anchorRoundId)
}

type About = Pick<JournalEntry, 'post_kind' | 'anchor_round_id' | 'facts_hash' | 'nonce' | 'channel_id'>

function aboutOf({ postKind, anchorRoundId, nonce, channelId }: SentMessage, factsHash: string): About {
  return { post_kind: postKind, anchor_round_id: anchorRoundId, facts_hash: factsHash, nonce, channel_id: channelId }
}

/** Writes what came of a request, unless that is not known. Gives the outcome back. */
function receipt(
  { journal, now }: Delivery,
  { post_kind, anchor_round_id, facts_hash, nonce, channel_id }: About,
  entryKind: 'sent' | 'edited',
  messageId: string | null,
  outcome: Outcome,
): Outcome {
  const about = { post_kind, anchor_round_id, facts_hash, nonce, channel_id }
  if (outcome.is === 'done') journal.append({ ...about, entry_kind: entryKind, message_id: outcome.messageId, detail: null }, now())
  if (outcome.is === 'refused') journal.append({ ...about, entry_kind: 'failed', message_id: messageId, detail: outcome.code }, now())
  return outcome
}
