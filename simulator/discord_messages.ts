/** A message as Discord's API gives it. */
export type DiscordMessage = {
  id: string
  type: 0
  channel_id: string
  /** Missing in what a person writes. */
  webhook_id?: string
  author: { id: string; username: string; discriminator: string; avatar: null; bot: boolean }
  content: string
  timestamp: string
  edited_timestamp: null
  tts: false
  mention_everyone: false
  mentions: []
  mention_roles: []
  attachments: []
  embeds: unknown[]
  pinned: false
  flags: 0
  components: []
}

export type Sender = { webhookId: string } | { userId: string; username: string }

const discordEpoch = 1_420_070_400_000

/** An id of Discord for an instant (ms since 1970); `sequence` tells ids of one millisecond apart. */
export function snowflake(instant: number, sequence: number): string {
  return String((BigInt(Math.floor(instant) - discordEpoch) << 22n) | BigInt(sequence % 4_194_304))
}

/** The instant (ms since 1970) that an id carries. */
export function instantOfSnowflake(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpoch
}

/** A message with an id and a timestamp of the same instant. */
export function composeMessage(
  sentAt: number,
  sequence: number,
  channelId: string,
  sender: Sender,
  body: { username?: string | undefined; content: string; embeds: unknown[] },
): DiscordMessage {
  const isWebhook = 'webhookId' in sender
  return {
    id: snowflake(sentAt, sequence),
    type: 0,
    channel_id: channelId,
    ...(isWebhook ? { webhook_id: sender.webhookId } : {}),
    author: {
      id: isWebhook ? sender.webhookId : sender.userId,
      // a webhook that gives no name speaks under the one that it was made with
      username: isWebhook ? (body.username ?? 'Captain Hook') : sender.username,
      discriminator: '0000',
      avatar: null,
      bot: isWebhook,
    },
    content: body.content,
    timestamp: new Date(sentAt).toISOString().replace('Z', '000+00:00'),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: body.embeds,
    pinned: false,
    flags: 0,
    components: [],
  }
}

/** What the watcher of the stats folder posts about a file, or undefined where it stays silent: it wants at least 100 bytes and a name that it understands. */
export function triggerBody(fileName: string, sizeBytes: number): { username: string; content: string; embeds: unknown[] } | undefined {
  const named = /^(\d{4})-\d{2}-\d{2}-\d{6}-(.+)-round-(\d+)(-endstats)?\.txt$/.exec(fileName)
  if (!named || sizeBytes < 100 || Number(named[1]) < 2020 || Number(named[1]) > 2030) return undefined
  const [, , map, number, isTable] = named
  return {
    username: 'ET:Legacy Stats',
    content: `${isTable ? '🏆' : '📊'} \`${fileName}\``,
    embeds: [
      {
        title: isTable ? '🏆 Awards Ready' : '⚡ Round Complete',
        description: `**${map}** - Round ${number}${isTable ? ' Awards' : ''}`,
        color: isTable ? 15_844_367 : 3_447_003,
        footer: { text: `${sizeBytes.toLocaleString('en-US')} bytes | Triggering bot...` },
      },
    ],
  }
}
