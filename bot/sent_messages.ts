import type { JournalEntry } from './journal.ts'

/** One message as the journal knows it: everything that was written for one kind, anchor and channel. */
export type SentMessage = {
  postKind: string
  anchorRoundId: string
  channelId: string
  nonce: string
  /** Null while nothing says that it was sent. */
  messageId: string | null
  sentAt: Date | null
  /** Of what is shown now, as far as is known. */
  factsHash: string | null
  /** A request whose outcome is not known: `detail` is the text at the foot of the post. */
  openIntent: JournalEntry | undefined
  /** Refusals since it last worked. */
  failures: { count: number; last: Date | undefined }
  /** The message or its channel is gone: nothing is to be done any more. */
  isGone: boolean
}

/** What is written as the facts_hash of a message that only points to another one. */
export const pointerHash = 'points_elsewhere'
/** Details of failed entries after which a message is left alone. */
export const goneDetails: readonly string[] = ['message_gone', 'channel_gone']

/** The journal as messages, in order of their first entry. A message without an id that was refused can be tried again. */
export function sentMessages(entries: readonly JournalEntry[]): SentMessage[] {
  const messages = new Map<string, SentMessage>()
  for (const entry of entries) {
    if (entry.entry_kind === 'started' || entry.channel_id === null) continue
    const key = `${entry.post_kind}|${entry.anchor_round_id}|${entry.channel_id}`
    const message = messages.get(key) ?? newMessage(entry, entry.channel_id)
    messages.set(key, message)
    take(message, entry)
  }
  return [...messages.values()]
}

function newMessage({ post_kind, anchor_round_id, nonce }: JournalEntry, channelId: string): SentMessage {
  return {
    postKind: post_kind,
    anchorRoundId: anchor_round_id,
    channelId,
    nonce: nonce ?? '',
    messageId: null,
    sentAt: null,
    factsHash: null,
    openIntent: undefined,
    failures: { count: 0, last: undefined },
    isGone: false,
  }
}

function take(message: SentMessage, entry: JournalEntry): void {
  const at = new Date(entry.written_at)
  if (entry.entry_kind === 'intent') {
    message.openIntent = entry
    return
  }
  message.openIntent = undefined
  if (entry.entry_kind === 'failed') {
    message.failures = { count: message.failures.count + 1, last: at }
    if (message.messageId !== null && goneDetails.includes(entry.detail ?? '')) message.isGone = true
    return
  }
  message.failures = { count: 0, last: undefined }
  message.factsHash = entry.facts_hash
  message.messageId = entry.message_id
  message.sentAt ??= at
}
