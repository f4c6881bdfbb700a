/** What a Discord server knows, as far as a bot can see it: one guild, its channels, webhooks, messages, commands and interactions. */

export type User = { id: string; username: string; discriminator: string; global_name: string | null; avatar: null; bot?: boolean }
export type Embed = Record<string, unknown>
export type Message = {
  id: string
  channel_id: string
  guild_id: string
  type: number
  author: User
  webhook_id?: string
  content: string
  embeds: Embed[]
  attachments: { id: string; filename: string; size: number; url: string; proxy_url: string }[]
  components: unknown[]
  mentions: User[]
  mention_roles: string[]
  mention_everyone: boolean
  pinned: boolean
  tts: boolean
  flags: number
  timestamp: string
  edited_timestamp: string | null
  nonce?: string | number
  application_id?: string
}
export type Channel = { id: string; name: string; type: number; deniedToBot: bigint }
export type Webhook = { id: string; token: string; channelId: string; name: string }
export type Interaction = {
  id: string
  token: string
  channelId: string
  /** What the bot answered at once; undefined until it did. */
  callback: { type: number; data?: Record<string, unknown> } | undefined
  /** The answer's message, then each follow-up, as they are now. */
  messages: Message[]
  pushedAt: number
}
export type SentFile = { name: string; bytes: Buffer }
export type Request = { method: string; path: string; query: URLSearchParams; body: unknown; files: SentFile[]; reason: string | null }

export type DiscordState = ReturnType<typeof discordState>

const discordEpoch = 1_420_070_400_000

/** Permissions that a bot of ours may need, by Discord's bits. */
export const permissions = {
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
} as const

export const intents = { guilds: 1 << 0, guildMessages: 1 << 9, messageContent: 1 << 15 } as const

/** The application's flag that says "may ask for message content" (for bots in fewer than 100 guilds). */
export const messageContentFlag = 1 << 19

/** A new guild with a bot in it and no channels. */
export function discordState(token: string, now: () => number) {
  let counter = 0n
  let newestId = 0n
  /** Ids rise with time and within it, as Discord's do. */
  function newId(at: number = now()): string {
    counter = (counter + 1n) % 4096n
    const id = (BigInt(at - discordEpoch) << 22n) | counter
    newestId = id > newestId ? id : newestId + 1n
    return String(newestId)
  }
  const bot: User = { id: newId(), username: 'fullhold', discriminator: '0', global_name: null, avatar: null, bot: true }
  return {
    token,
    now,
    newId,
    bot,
    applicationId: bot.id,
    applicationFlags: messageContentFlag,
    guildId: newId(),
    ownerId: newId(),
    channels: new Map<string, Channel>(),
    webhooks: new Map<string, Webhook>(),
    messages: [] as Message[],
    /** Commands by scope: `global` or a guild id. */
    commands: new Map<string, Record<string, unknown>[]>(),
    interactions: new Map<string, Interaction>(),
    requests: [] as Request[],
    pageOrder: 'newest_first' as 'newest_first' | 'oldest_first',
  }
}

/** What the bot may do in a channel. */
export function botMay(state: DiscordState, channelId: string, bits: bigint): boolean {
  const channel = state.channels.get(channelId)
  return channel !== undefined && (channel.deniedToBot & bits) === 0n
}

/** A message as the API gives it to the bot: without content and embeds where it may not read them. */
export function seenByBot(state: DiscordState, message: Message, mayRead: boolean): Message {
  const isOwn = message.author.id === state.bot.id || message.application_id === state.applicationId
  if (mayRead || isOwn || message.mentions.some(({ id }) => id === state.bot.id)) return message
  return { ...message, content: '', embeds: [], attachments: [], components: [] }
}

/** A new message in the state; nothing is pushed. */
export function addMessage(
  state: DiscordState,
  message: { channelId: string; author: User; content?: string; embeds?: Embed[] } & Partial<Message>,
): Message {
  const { channelId, author, content = '', embeds = [], ...more } = message
  const added: Message = {
    id: state.newId(),
    channel_id: channelId,
    guild_id: state.guildId,
    type: 0,
    author,
    content,
    embeds: embeds.map((embed) => ({ type: 'rich', ...embed })),
    attachments: [],
    components: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: 0,
    timestamp: new Date(state.now()).toISOString(),
    edited_timestamp: null,
    ...more,
  }
  state.messages.push(added)
  return added
}

/** A channel as the API gives it. */
export function apiChannel(state: DiscordState, channel: Channel): Record<string, unknown> {
  const overwrite = { id: state.bot.id, type: 1, allow: '0', deny: String(channel.deniedToBot) }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: state.guildId,
    name: channel.name,
    position: 0,
    permission_overwrites: channel.deniedToBot === 0n ? [] : [overwrite],
    parent_id: null,
    nsfw: false,
    topic: null,
    last_message_id: state.messages.findLast(({ channel_id }) => channel_id === channel.id)?.id ?? null,
    rate_limit_per_user: 0,
  }
}

/** The bot (or another user) as a member of the guild. */
export function apiMember(user: User, roles: string[] = []): Record<string, unknown> {
  return {
    user,
    roles,
    joined_at: '2025-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    nick: null,
    avatar: null,
    premium_since: null,
  }
}

/** The guild as GUILD_CREATE and the API give it. */
export function apiGuild(state: DiscordState): Record<string, unknown> {
  const everyone = Object.values(permissions).reduce((all, bit) => all | bit, 0n)
  return {
    id: state.guildId,
    name: 'a guild',
    owner_id: state.ownerId,
    roles: [
      {
        id: state.guildId,
        name: '@everyone',
        permissions: String(everyone),
        position: 0,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    channels: [...state.channels.values()].map((channel) => apiChannel(state, channel)),
    members: [apiMember(state.bot)],
    member_count: 2,
    emojis: [],
    stickers: [],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    features: [],
    preferred_locale: 'en-US',
    premium_tier: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
    large: false,
    unavailable: false,
  }
}
